import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { Content } from '../../../schema/content.ts';
import { BulkChange } from '../../../schema/left-out.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { ableContents, deleteContents, editContent } from '../../editing/contents.ts';
import type { Context } from '../context.ts';
import { given } from '../given.ts';
import { wantedOf } from '../item.types.ts';
import { siteOfItem } from '../site-of.ts';
import { contentFilterOf } from './content.types.ts';
import {
  ContentPayload,
  DeleteContentsInput,
  UpdateContentInput,
  UpdateContentsInput,
} from './content-edits.types.ts';

@Resolver(() => Content)
export class ContentEditsResolver {
  @Authorized<Right>('write')
  @Mutation(() => ContentPayload, {
    description:
      'Changes the given fields of a draft. This cancels any approval. A draft that was sent back returns to review, unless images are missing. EDIT_REFUSED once it is published, NAME_TAKEN if the site already has the slug.',
  })
  async updateContent(
    @Arg('input', () => UpdateContentInput, { description: 'The input.' }) {
      id,
      ...fields
    }: UpdateContentInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ContentPayload> {
    const site = await siteOfItem(documents, Content, id);
    return { content: await editContent(engine, site, id, given(fields)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Excludes drafts from every run, with the images that they lack, or includes them again.',
  })
  async updateContents(
    @Arg('input', () => UpdateContentsInput, { description: 'The input.' })
    input: UpdateContentsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    return ableContents(engine, { account, site }, wantedOf(input, contentFilterOf), input.disabled);
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Deletes drafts with their images. Published ones stay until they are sent back.',
  })
  async deleteContents(
    @Arg('input', () => DeleteContentsInput, { description: 'The input.' })
    input: DeleteContentsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const site = await documents.of(Site).require(input.siteId);
    return deleteContents(engine, site, wantedOf(input, contentFilterOf));
  }
}
