import type { ObjectId } from 'mongodb';
import { Activity } from '../../../schema/activity.ts';
import { errors } from '../../errors.ts';
import type { Page } from '../connection.ts';
import type { AccountDocuments } from '../documents.ts';
import type { PageOf } from '../page.ts';

/**
 * A page of a run's history. Its cursors are the rows' own numbers, so that a reader may go on from there by the
 * subscription. Throws INVALID_CURSOR.
 */
export async function activityPage(
  documents: AccountDocuments,
  run: ObjectId,
  { first, after, offset }: PageOf,
): Promise<Page<Activity>> {
  const activities = documents.of(Activity);
  const start = after === undefined ? 0 : seqOf(after);
  const options = { sort: { seq: 1 }, skip: offset, limit: first + 1 } as const;
  const found = await activities.find({ run, seq: { $gt: start } }, options);
  const nodes = found.slice(0, first);
  const edges = nodes.map((node) => ({ node, cursor: String(node.seq) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: start > 0 || offset > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: () => activities.count({ run }),
  };
}

function seqOf(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw errors.invalidCursor({ cursor });
}
