import type { Document } from 'mongodb';
import { z } from 'zod';
import type { Database } from '../../server/db/database.ts';

/** One execution of a query, in the server's own figures. */
export interface ObservedQuery {
  readonly collection: string;
  /** What was done and by which filter and order, its values left out. */
  readonly shape: string;
  readonly plan: string;
  readonly isSortedInMemory: boolean;
  readonly keysExamined: number;
  /** Documents returned, changed, deleted or counted. */
  readonly returned: number;
  /** Documents that the filter names (by id, or what else tells one from others): one look each, there or not. */
  readonly asked: number;
}

const count = z.number().default(0);

/** A row of the server's profile: the execution statistics of an operation as it really ran. */
const rowSchema = z.looseObject({
  op: z.string(),
  ns: z.string(),
  command: z.record(z.string(), z.unknown()),
  originatingCommand: z.record(z.string(), z.unknown()).optional(),
  planSummary: z.string().default(''),
  hasSortStage: z.boolean().default(false),
  keysExamined: count,
  nreturned: count,
  nMatched: count,
  ndeleted: count,
});

/** What an operation is called here: how many pages an answer came in is not of its form. */
const operations: Readonly<Record<string, string>> = { getmore: 'query' };

const countReply = z.looseObject({
  cursor: z.looseObject({ firstBatch: z.array(z.looseObject({ n: z.number() })) }),
});

const profileBytes = 128 * 1024 * 1024;

/**
 * Has the server note the execution of each operation on this database from now on; the function returned ends
 * that and tells them. Unlike an explanation afterwards, these figures are those of the moment, in transactions
 * too. The database's client must tell of its commands: what a count found stands in its answer alone.
 */
export async function observeQueries({ client, db }: Database): Promise<() => Promise<ObservedQuery[]>> {
  const counted = new Map<string, number[]>();
  const started = new Map<number, string>();
  client.on('commandStarted', ({ commandName, command, requestId }) => {
    if (commandName === 'aggregate') started.set(requestId, keyOf(command));
  });
  client.on('commandSucceeded', ({ requestId, reply }) => {
    const key = started.get(requestId);
    const [found] = countReply.safeParse(reply).data?.cursor.firstBatch ?? [];
    if (key) counted.set(key, [...(counted.get(key) ?? []), found?.n ?? 0]);
  });
  await db.createCollection('system.profile', { capped: true, size: profileBytes });
  await db.command({ profile: 2, filter: { op: { $nin: ['insert', 'none'] } } });
  return async () => {
    await db.command({ profile: 0 });
    const rows = await db
      .collection('system.profile')
      .find({}, { sort: { $natural: 1 } })
      .toArray();
    return rows.flatMap((row) => readRow(row, counted) ?? []);
  };
}

/** The same for a count as it was sent and as it was noted. */
function keyOf({ aggregate, pipeline }: Document): string {
  return JSON.stringify([aggregate, pipeline]);
}

function readRow(document: Document, counted: Map<string, number[]>): ObservedQuery | undefined {
  const row = rowSchema.parse(document);
  const command: Document = row.originatingCommand ?? row.command;
  const [match] = command.pipeline ?? [];
  const filter = command.filter ?? command.query ?? command.q ?? match?.$match;
  // Not by filter: change streams, and the making of collections and indexes.
  if (filter === undefined) return undefined;
  const isCount = command.pipeline !== undefined;
  const changed = Math.max(row.nMatched, row.ndeleted);
  return {
    collection: row.ns.slice(row.ns.indexOf('.') + 1),
    shape: JSON.stringify([
      operations[row.op] ?? row.op,
      shapeOf(filter),
      ...(command.sort ? [command.sort] : []),
    ]),
    plan: row.planSummary,
    isSortedInMemory: row.hasSortStage,
    keysExamined: row.keysExamined,
    returned: isCount ? (counted.get(keyOf(command))?.shift() ?? 0) : Math.max(row.nreturned, changed),
    asked: askedIn(filter),
  };
}

/** The filter with `?` for each value. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 && value.every(isPlain) ? value.map(shapeOf) : '?';
  if (!isPlain(value)) return '?';
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

/** Fields by whose values documents are asked for one by one; a list of states, say, names none. */
const naming = ['_id', 'site', 'cluster', 'terms', 'title', 'normalised', 'mediaKey', 'reply.key'];

/** The length of the longest `$in` of a naming field. */
function askedIn(filter: unknown): number {
  const lists = isPlain(filter) ? naming.map((field) => filter[field]).filter(isPlain) : [];
  return Math.max(0, ...lists.map(({ $in: list }) => (Array.isArray(list) ? list.length : 0)));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
