import { type Filter, ObjectId } from 'mongodb';
import { linkedArticles } from '../../schema/article-links.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import { Decision } from '../../schema/review-step.ts';
import { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import type { Desk } from '../editing/desk.ts';
import { nameOf } from '../editing/name-of.ts';
import { changedSince, reviewRefusal, unchanged } from '../editing/refusals.ts';
import { errors, GalleyError } from '../errors.ts';
import type { Publication, PublishingTarget } from '../publishing/target.ts';
import { entryOf, type Reviewer, type Seen, stepOf } from './decide.ts';
import { redirectFormer, takeSlug } from './former-slugs.ts';

/**
 * How long a publication has the draft to itself, and once more from when it begins to write; one that takes longer
 * was cut off, and is done again.
 */
const publishingMs = 60_000;

export interface PublishingDesk extends Desk {
  readonly target: PublishingTarget;
}

/**
 * What came of one draft. `code` and `message` where it is not published by this: why. `why` where it was left alone:
 * the same for who has its name before them, as the end of a sentence.
 */
export interface Published {
  readonly id: ObjectId;
  readonly outcome: 'published' | 'already_published' | 'refused' | 'failed';
  readonly code: string | null;
  readonly message: string | null;
  readonly why: string | null;
}

/**
 * Hands drafts in review to where they are published, one after the other, and marks each as published when that is
 * done; whoever publishes approves. A draft that the target fails on stays in review. One that is cut off
 * between the two is handed over again, which the target bears. Those of `seen` only if they are as they were then.
 */
export async function publish(
  desk: PublishingDesk,
  reviewer: Reviewer,
  ids: readonly ObjectId[],
  seen: Seen = new Map(),
): Promise<Published[]> {
  const results: Published[] = [];
  const each = new Map(ids.map((id) => [id.toHexString(), id]));
  for (const [key, id] of each) results.push(await publishOne(desk, reviewer, id, seen.get(key)));
  return results;
}

async function publishOne(
  desk: PublishingDesk,
  reviewer: Reviewer,
  id: ObjectId,
  read: Date | undefined,
): Promise<Published> {
  const contents = desk.database.of(Content);
  const token = new ObjectId();
  const content = await contents.findOneAndUpdate(
    {
      _id: id,
      account: reviewer.account,
      status: ContentStatus.Review,
      ...(read && { updatedAt: read }),
      $or: [{ publishing: null }, { 'publishing.until': { $lte: desk.now() } }],
    },
    { $set: { publishing: { token, until: untilOf(desk) } } },
    { returnDocument: 'after' },
  );
  if (!content) return whyNot(desk, reviewer, id, read);
  // It may be edited, sent back or taken by another where this takes too long: none of that is overwritten.
  const ours = {
    _id: id,
    'publishing.token': token,
    status: ContentStatus.Review,
    updatedAt: content.updatedAt,
  };
  const release = () =>
    contents.updateOne({ _id: id, 'publishing.token': token }, { $set: { publishing: null } });
  const failed = async (error: GalleyError): Promise<Published> => {
    await release();
    const outcome = 'failed' as const;
    return whyNot(desk, reviewer, id, undefined, () => ({ id, outcome, ...wordsOf(error), why: null }));
  };
  const beforeWriting = () => keep(desk, content, ours);
  try {
    const publication = await publicationOf(desk.database, content);
    await desk.target.publish(publication, async () => {
      await beforeWriting();
      await takeSlug(desk.database, content);
    });
    await redirectFormer(desk, publication, beforeWriting);
  } catch (error) {
    if (error instanceof GalleyError) return failed(error);
    await release();
    throw error;
  }
  const step = stepOf(reviewer, desk.now());
  const { matchedCount } = await contents.updateOne(ours, {
    $set: {
      status: ContentStatus.Published,
      published: step,
      approved: content.approved ?? step,
      publishing: null,
    },
    $push: { history: entryOf(Decision.Published, step) },
    $currentDate: { updatedAt: true },
  });
  if (matchedCount === 0) return failed(tookTooLong(content));
  return { id, outcome: 'published', code: null, message: null, why: null };
}

function untilOf(desk: Desk): Date {
  return new Date(desk.now().getTime() + publishingMs);
}

/**
 * Has the draft to itself for a while longer, and notes where it is about to be written. Throws PUBLISH_FAILED where it
 * is not as it was any more.
 */
async function keep(desk: Desk, content: Content, ours: Filter<Content>): Promise<void> {
  const { matchedCount } = await desk.database.of(Content).updateOne(ours, {
    $set: { 'publishing.until': untilOf(desk) },
    $addToSet: { publishedAs: content.slug },
  });
  if (matchedCount === 0) throw tookTooLong(content);
}

function tookTooLong({ slug }: Content): GalleyError {
  return errors.publishFailed({ slug, reason: 'it took too long, and the draft was edited meanwhile.' });
}

async function publicationOf(database: Database, content: Content): Promise<Publication> {
  const site = await database.of(Site).findOne({ _id: content.site });
  if (!site) throw errors.notFound({ kind: 'site', id: content.site.toHexString() });
  const images = await database
    .of(Image)
    .find({ content: content._id, status: ImageStatus.Generated }, { sort: { position: 1 } })
    .toArray();
  const slugs = await slugsOfLinked(database, content);
  return { site, content, images, slugs };
}

/** Only what is published has an address; links to other articles are left out, until this one is published anew. */
async function slugsOfLinked(database: Database, { site, html }: Content): Promise<Map<string, string>> {
  const tasks = linkedArticles(html).filter((id) => ObjectId.isValid(id));
  if (tasks.length === 0) return new Map();
  const linked = await database
    .of(Content)
    .find(
      { task: { $in: tasks.map((id) => new ObjectId(id)) }, site, status: ContentStatus.Published },
      { projection: { task: 1, slug: 1 } },
    )
    .toArray();
  return new Map(linked.map(({ task, slug }) => [task.toHexString(), slug]));
}

/** What stands against publishing a draft as things are; where nothing does, `otherwise`. */
async function whyNot(
  desk: Desk,
  { account }: Reviewer,
  id: ObjectId,
  read?: Date,
  otherwise: (content: Content) => Published = (content) => refused(content, unchanged),
): Promise<Published> {
  const content = await desk.database.of(Content).findOne({ _id: id, account });
  if (!content) {
    const gone = errors.notFound({ kind: 'content', id: id.toHexString() });
    return { id, outcome: 'refused', ...wordsOf(gone), why: isGone };
  }
  if (content.status === ContentStatus.Published)
    return { ...refused(content, published), outcome: 'already_published' };
  const refusal = reviewRefusal(content, desk.now()) ?? changedSince(content, read);
  return refusal ? refused(content, refusal) : otherwise(content);
}

function refused(content: Content, refusal: { readonly why: string }): Published {
  const { _id: id } = content;
  const known = { kind: 'content', id: id.toHexString(), name: nameOf(content) };
  const { code, message } = errors.editRefused({ ...known, ...refusal });
  return { id, outcome: 'refused', code, message, why: refusal.why };
}

const isGone = 'it is not there; it may have been deleted';
const published = { why: 'it is already published; there is nothing left to do' };

function wordsOf({ code, message }: GalleyError): Pick<Published, 'code' | 'message'> {
  return { code, message };
}
