import type { ObjectId } from 'mongodb';
import { Content, ContentStatus, imagesChanged } from '../../schema/content.ts';
import type { BulkChange } from '../../schema/left-out.ts';
import { Decision, type ReviewEntry, type ReviewStep } from '../../schema/review-step.ts';
import type { User } from '../../schema/user.ts';
import { changeMany, ofThese } from '../editing/change-many.ts';
import type { Desk } from '../editing/desk.ts';
import { changedSince, reviewRefusal, sendingBackRefusal, unchanged } from '../editing/refusals.ts';

/** The person who decides. There is none behind an API key, a schedule or a stage. */
export type Reviewer = Pick<User, '_id' | 'account' | 'name'>;

/** When drafts were last changed, as whoever decides about them has read them, by their ids. */
export type Seen = ReadonlyMap<string, Date>;

/** Notes that a person approves drafts in review as they are; those of `seen` only if they are as they were then. */
export function approve(
  desk: Desk,
  reviewer: Reviewer,
  ids: readonly ObjectId[],
  seen: Seen = new Map(),
): Promise<BulkChange> {
  return changeMany(desk, { account: reviewer.account }, named(ids), {
    kind: Content,
    refusal: (content) =>
      reviewRefusal(content, desk.now()) ??
      (content.approved ? unchanged : changedSince(content, seen.get(content._id.toHexString()))),
    async apply(contents, session) {
      const approved = stepOf(reviewer, desk.now());
      const change = {
        $set: { approved },
        $push: { history: entryOf(Decision.Approved, approved) },
        $currentDate: { updatedAt: true },
      } as const;
      await desk.database.of(Content).updateMany(ofThese(contents), change, { session });
    },
  });
}

/** Makes drafts of them again, which the one rule keeps from review until they have been edited. */
export function sendBack(
  desk: Desk,
  reviewer: Reviewer,
  ids: readonly ObjectId[],
  reason: string,
): Promise<BulkChange> {
  return changeMany(desk, { account: reviewer.account }, named(ids), {
    kind: Content,
    refusal: (content) => sendingBackRefusal(content, desk.now()),
    async apply(contents, session) {
      const step = stepOf(reviewer, desk.now(), reason);
      const entry = { $literal: [entryOf(Decision.SentBack, step)] };
      const history = { $concatArrays: [{ $ifNull: ['$history', []] }, entry] };
      const change = [
        { $set: { status: ContentStatus.Draft, approved: null, sentBack: { $literal: step }, history } },
        ...imagesChanged({}),
      ];
      await desk.database.of(Content).updateMany(ofThese(contents), change, { session });
    },
  });
}

export function stepOf({ _id, name }: Reviewer, at: Date, reason: string | null = null): ReviewStep {
  return { user: _id, name, at, reason };
}

export function entryOf(decision: Decision, step: ReviewStep): ReviewEntry {
  return { ...step, decision };
}

function named(ids: readonly ObjectId[]) {
  return { ids, filter: { _id: { $in: [...ids] } } };
}
