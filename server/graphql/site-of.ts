import type { ObjectId } from 'mongodb';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { Site } from '../../schema/site.ts';
import type { DocumentClass } from '../db/database.ts';
import type { AccountDocuments } from './documents.ts';

/** The site of an item, by which it is proven to be the caller's. Throws NOT_FOUND. */
export async function siteOfItem(
  documents: AccountDocuments,
  kind: DocumentClass<PipelineItem>,
  id: ObjectId,
): Promise<Site> {
  const { site } = await documents.of(kind).require(id);
  return documents.of(Site).require(site);
}
