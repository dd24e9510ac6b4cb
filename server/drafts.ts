/** What a person does to a draft's images: each in one transaction with the one rule that decides for the draft. */
import type { ClientSession, ObjectId } from 'mongodb';
import { Content, ContentStatus, type ImageCountChange, imagesChanged } from '../schema/content.ts';
import { countedAs, Image } from '../schema/image.ts';
import { type Database, transaction } from './db/database.ts';
import { errors } from './errors.ts';

interface ImageOf {
  readonly site: ObjectId;
  readonly image: ObjectId;
}

/**
 * Drops an image: the draft does without it, and comes to review where it was the last that was missing. A stage at
 * work on it saves and charges nothing. Its picture is left to the media store's sweep. Throws IMAGE_NOT_FOUND,
 * CONTENT_PUBLISHED.
 */
export async function dropImage(database: Database, of: ImageOf): Promise<void> {
  await transaction(database.client, async (session) => {
    const image = await takeOut(database, of, session);
    const counted = countedAs(image);
    await changeDraft(database, image, { total: -1, ...(counted && { [counted]: -1 }) }, session);
  });
}

/**
 * Puts a new image in an image's place, to be made by the next run, and returns it; `fields` are what differs. The
 * draft waits for it, unless it has come to review already. Throws IMAGE_NOT_FOUND, CONTENT_PUBLISHED.
 */
export async function replaceImage(
  database: Database,
  of: ImageOf,
  fields: Partial<Pick<Image, 'prompt' | 'alt'>> = {},
): Promise<Image> {
  return transaction(database.client, async (session) => {
    const { account, site, content, kind, position, prompt, alt, ...old } = await takeOut(
      database,
      of,
      session,
    );
    const place = { account, site, content, kind, position, prompt, alt };
    const image = Object.assign(new Image(), place, fields);
    await database.of(Image).insertOne(image, { session });
    const counted = countedAs(old);
    const change = { pending: counted === 'pending' ? 0 : 1, failed: counted === 'failed' ? -1 : 0 };
    await changeDraft(database, image, change, session);
    return image;
  });
}

async function takeOut(database: Database, { site, image }: ImageOf, session: ClientSession): Promise<Image> {
  const taken = await database.of(Image).findOneAndDelete({ _id: image, site }, { session });
  if (!taken) throw errors.imageNotFound({ image: image.toHexString() });
  return taken;
}

async function changeDraft(
  database: Database,
  { content: _id }: Image,
  change: ImageCountChange,
  session: ClientSession,
): Promise<void> {
  const contents = database.of(Content);
  const editable = { _id, status: { $ne: ContentStatus.Published } };
  const { matchedCount } = await contents.updateOne(editable, imagesChanged(change), { session });
  if (matchedCount > 0) return;
  const content = await contents.findOne({ _id }, { session });
  if (content) throw errors.contentPublished({ title: content.title });
}
