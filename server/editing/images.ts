import type { ClientSession, Document, ObjectId } from 'mongodb';
import { Content, ContentStatus, type ImageCountChange, imagesChanged } from '../../schema/content.ts';
import { countedAs, Image, ImageStatus } from '../../schema/image.ts';
import type { BulkChange, Refusal } from '../../schema/left-out.ts';
import type { Database } from '../db/database.ts';
import { errors } from '../errors.ts';
import { changeMany, ofThese, type Wanted } from './change-many.ts';
import { changeOne } from './change-one.ts';
import type { Desk, EditScope } from './desk.ts';
import { nameOf } from './name-of.ts';
import { contentRefusal, inclusionRefusal, unchanged } from './refusals.ts';

export type Replacement = Partial<Pick<Image, 'prompt' | 'alt'>>;

/** A picture that is not there. */
const unmade = {
  status: ImageStatus.Pending,
  failure: null,
  url: null,
  fallbackUrl: null,
  mediaKey: null,
  fallbackKey: null,
  width: null,
  height: null,
  mediaType: null,
  model: null,
} as const;

/**
 * Has a picture made anew, by another prompt or the same: its draft waits for it. Where that is kept out of runs, so is
 * the picture. Throws NOT_FOUND, EDIT_REFUSED.
 */
export function replaceImage(desk: Desk, id: ObjectId, replacement: Replacement): Promise<Image> {
  return changeOne(desk, {
    kind: Image,
    id,
    refusal: () => null,
    async apply(image, session) {
      prove(image, await imageRefusal(desk, image, session));
      const draft = await desk.database.of(Content).findOne({ _id: image.content }, { session });
      // Another try: no answer to an earlier one is taken for it.
      const made = {
        $set: { ...unmade, ...replacement, ...(draft?.disabled && { disabled: true }) },
        $inc: { retries: 1 },
        $currentDate: { updatedAt: true },
      } as const;
      await desk.database.of(Image).updateOne({ _id: id }, made, { session });
      const counted = countedAs(image);
      const change = { pending: counted === 'pending' ? 0 : 1, failed: counted === 'failed' ? -1 : 0 };
      await changeDraft(desk.database, image.content, change, session);
    },
  });
}

/** Changes what is said of a picture, or whether runs take it up; not the picture. Throws NOT_FOUND, EDIT_REFUSED. */
export function describeImage(
  desk: Desk,
  id: ObjectId,
  values: Partial<Pick<Image, 'alt' | 'disabled'>>,
): Promise<Image> {
  return changeOne(desk, {
    kind: Image,
    id,
    refusal: () => null,
    async apply(image, session) {
      const disabled = values.disabled ?? image.disabled;
      prove(image, await imageRefusal(desk, image, session, image.disabled && !disabled));
      const change = { $set: values, $currentDate: { updatedAt: true } } as const;
      await desk.database.of(Image).updateOne({ _id: id }, change, { session });
      if (values.alt !== undefined) await changeDraft(desk.database, image.content, {}, session);
    },
  });
}

/** Keeps images out of runs, or lets them in again; those of published drafts, and of drafts kept out, stay as they are. */
export function ableImages(
  desk: Desk,
  scope: EditScope,
  wanted: Wanted,
  disabled: boolean,
): Promise<BulkChange> {
  return changeMany(desk, scope, wanted, {
    kind: Image,
    refusal: (image, session) =>
      image.disabled === disabled ? unchanged : imageRefusal(desk, image, session, !disabled),
    async apply(images, session) {
      const change = { $set: { disabled }, $currentDate: { updatedAt: true } } as const;
      await desk.database.of(Image).updateMany(ofThese(images), change, { session });
    },
  });
}

/**
 * Keeps the pictures that drafts lack out of runs, or lets them in again: none is made of a draft kept out. It is not
 * remembered which of them a person had kept out before: with the draft they are all let in.
 */
export async function ableImagesOf(
  database: Database,
  contents: readonly Content[],
  disabled: boolean,
  session: ClientSession,
): Promise<void> {
  const lacked = { content: ofThese(contents)._id, status: ImageStatus.Pending };
  const change = { $set: { disabled }, $currentDate: { updatedAt: true } } as const;
  await database.of(Image).updateMany(lacked, change, { session });
}

/** Drops images from their drafts, which may be ready for review by that. */
export function dropImages(desk: Desk, scope: EditScope, wanted: Wanted): Promise<BulkChange> {
  const { database } = desk;
  return changeMany(desk, scope, wanted, {
    kind: Image,
    refusal: (image, session) => imageRefusal(desk, image, session),
    async apply(images, session) {
      await database.of(Image).deleteMany(ofThese(images), { session });
      const ofContents = Map.groupBy(images, ({ content }) => content.toHexString());
      // In one order everywhere: two that share drafts meet at the first, not crosswise.
      for (const [, dropped] of [...ofContents].sort(([one], [other]) => (one < other ? -1 : 1))) {
        const [{ content } = { content: undefined }] = dropped;
        if (content) await changeDraft(database, content, minus(dropped), session);
      }
    },
  });
}

function minus(images: readonly Image[]): ImageCountChange {
  const count = (as: 'pending' | 'failed') => images.filter((image) => countedAs(image) === as).length;
  return { total: -images.length, pending: -count('pending'), failed: -count('failed') };
}

/**
 * Applies the one rule to a draft of which a person changed the images: an approval is void, and a draft in review
 * goes back where it lacks a picture now.
 */
async function changeDraft(
  database: Database,
  _id: ObjectId,
  change: ImageCountChange,
  session: ClientSession,
): Promise<void> {
  const reconsidered: Document = {
    $set: {
      approved: null,
      sentBack: null,
      status: {
        $cond: [{ $eq: ['$status', ContentStatus.Review] }, ContentStatus.Draft, '$status'],
      },
    },
  };
  const changed = [reconsidered, ...imagesChanged(change)];
  await database.of(Content).updateOne({ _id }, changed, { session });
}

/** What stands in the way of an edit of an image; with `letsIn`, of one that lets it into runs. */
async function imageRefusal(
  desk: Desk,
  image: Image,
  session: ClientSession,
  letsIn = false,
): Promise<Refusal | null> {
  const draft = await desk.database.of(Content).findOne({ _id: image.content }, { session });
  if (!draft) return null;
  return contentRefusal(draft, desk.now()) ?? (letsIn ? inclusionRefusal(draft) : null);
}

function prove(image: Image, refused: Refusal | null): void {
  if (!refused) return;
  throw errors.editRefused({ kind: 'image', id: image._id.toHexString(), name: nameOf(image), ...refused });
}
