import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { Activity } from '../../schema/activity.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import { CreditEntry } from '../../schema/credit-entry.ts';
import { Idea } from '../../schema/idea.ts';
import { Image } from '../../schema/image.ts';
import { Keyword } from '../../schema/keyword.ts';
import { Notification } from '../../schema/notification.ts';
import type { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import type { Database, DocumentClass } from '../../server/db/database.ts';
import { storedPictures } from '../support/stored-pictures.ts';
import type { Scene } from './scenes.ts';

type Fields = Record<string, unknown>;

/** What differs from one run to the next though nothing has gone wrong. */
const passing = new Set(['_id', 'account', 'site', 'key', 'lease', 'seq', 'upTo', 'batchKey', 'inputHash']);

/** Rows that tell of the way, which a crash makes longer, and not of what came out. */
const onTheWay = /^(batch\.(started|phase|waiting)|run\.takenOver|run\.started|stage\.started)$/;

/**
 * All that a site's runs have left in the database, pictures included, with ids replaced by what they name and times
 * left out: equal for any two like sites whose runs came to the same. `isOrdered` false leaves out, too, in which batches
 * and in what order. Calls that brought nothing are no outcome: who is cut off after one makes it again. Nor is, of
 * several batches at once, by what steps the hold grew for those that happened to be in flight together.
 */
export async function outcomeOf(
  database: Database,
  { _id: site, account }: Site,
  { isOrdered, inFlight }: Pick<Scene, 'isOrdered' | 'inFlight'>,
): Promise<Fields> {
  const all = (kind: DocumentClass<object>, filter: Fields) =>
    database
      .of<Document>(kind)
      .find(filter, { sort: { _id: 1 } })
      .toArray();
  const kinds: Record<string, DocumentClass<object>> = {
    keywords: Keyword,
    clusters: Cluster,
    ideas: Idea,
    tasks: Task,
    contents: Content,
  };
  const items: Record<string, Document[]> = { images: await all(Image, { site }) };
  const names = new Map<string, string>();
  for (const [kind, type] of Object.entries(kinds)) {
    items[kind] = await all(type, { site });
    for (const { _id, phrase, name, title } of items[kind]) {
      names.set(String(_id), `${kind}: ${phrase ?? name ?? title}`);
    }
  }
  const rows = (await all(Activity, { site })).map((row) => row.event);
  const found = {
    ...items,
    calls: (await all(AiCall, { site, status: AiCallStatus.Accepted })).map(({ reply, ...call }) => call),
    entries: await all(CreditEntry, { account }),
    account: (await all(Account, { _id: account })).map(({ name, ...sums }) => sums),
    runs: await all(AutomationRun, { site }),
    told: rows.filter(({ type }) => !onTheWay.test(type) && !(inFlight > 1 && type === 'run.holdExtended')),
    outbox: await all(Notification, { site }),
    pictures: (await storedPictures(database).in(site.toHexString())).length,
  };
  const shown = isOrdered ? (value: unknown) => value : withoutOrder;
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, inOrder(shown(plain(value, names)))]),
  );
}

/** A value without what passes. Media names and foreign ids become blanks. */
function plain(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (value instanceof Date) return 'a time';
  if (value instanceof ObjectId) return names.get(value.toHexString()) ?? 'an id';
  if (typeof value === 'string') {
    return value.replace(/[0-9a-f]{24,64}/g, (id) => names.get(id) ?? 'an id');
  }
  if (Array.isArray(value)) return value.map((part) => plain(part, names));
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([field]) => !passing.has(field) && !field.endsWith('Ms'));
  return Object.fromEntries(fields.map(([field, part]) => [field, plain(part, names)]));
}

/** A plain value without the names of batches and the places of their items, its lists sorted. */
function withoutOrder(value: unknown): unknown {
  if (Array.isArray(value)) return inOrder(value.map(withoutOrder));
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([field]) => field !== 'batch');
  return Object.fromEntries(
    fields.map(([field, part]) => [field, field === 'closing' ? withoutPlace(part) : withoutOrder(part)]),
  );
}

/** `Completed Task … → Content created (737 words)`: which batch was begun first is chance. */
function withoutPlace(closing: unknown): unknown {
  return typeof closing === 'string' ? closing.replace(/^Completed Task \d+/, 'Completed Task …') : closing;
}

function inOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The text of every log file of a folder, by name. */
export async function textsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts));
}
