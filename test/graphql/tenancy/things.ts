import { randomUUID } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { AiCall, AiCallStatus } from '../../../schema/ai-call.ts';
import { ApiKey } from '../../../schema/api-key.ts';
import { AutomationRun, RunTrigger } from '../../../schema/automation-run.ts';
import { Cluster } from '../../../schema/cluster.ts';
import { Content, ContentStatus } from '../../../schema/content.ts';
import { Idea } from '../../../schema/idea.ts';
import { Image, ImageKind } from '../../../schema/image.ts';
import { Task } from '../../../schema/task.ts';
import { Role, User } from '../../../schema/user.ts';
import { topUp } from '../../../server/credits/ledger.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import type { TestApi } from '../../support/api.ts';
import { makeKeywords, makeSite } from '../../support/factory.ts';

/** The kinds of things that an operation may name by an id. */
export const thingNames = [
  'site',
  'busySite',
  'keyword',
  'cluster',
  'idea',
  'task',
  'content',
  'image',
  'run',
  'user',
  'apiKey',
] as const;
export type ThingName = (typeof thingNames)[number];

/** One thing of each kind, all of one account. */
export interface Things {
  readonly account: ObjectId;
  /** Stands in a text of each of them: where it turns up, the thing has been seen. */
  readonly mark: string;
  readonly ids: Readonly<Record<ThingName, ObjectId>>;
}

/** The items are of one site, `site`, on which nothing runs; the run, which nobody works on, is of `busySite`. */
export async function makeThings({ engine }: TestApi, account: ObjectId): Promise<Things> {
  const { database } = engine;
  const mark = `mark-${new ObjectId().toHexString()}`;
  const site = await makeSite(database, { account, name: `${mark} idle` });
  const insert = async <T extends object>(kind: new () => T, fields: object) => {
    const made = Object.assign(new kind(), { _id: new ObjectId(), account }, fields);
    await database.of<object>(kind).insertOne(made);
    return made._id;
  };
  const item = { site: site._id, title: mark, brief: mark };
  const cluster = await insert(Cluster, { ...item, name: mark, keywordCount: 1 });
  const [keyword] = await makeKeywords(database, site, [mark]);
  const idea = await insert(Idea, { ...item, cluster });
  const task = await insert(Task, { ...item, cluster, idea });
  const content = await insert(Content, {
    ...item,
    ...{ cluster, task, slug: mark, html: `<p>${mark}</p>`, excerpt: mark, metaTitle: mark },
    ...{ metaDescription: mark, status: ContentStatus.Review },
    images: { planned: true, total: 1, pending: 0, failed: 0 },
  });
  const image = await insert(Image, { ...item, content, kind: ImageKind.Featured, prompt: mark, alt: mark });
  const user = await insert(User, { name: mark, email: `${mark}@galley.test`, role: Role.Editor });
  const apiKey = await insert(ApiKey, { name: mark, prefix: mark, keyHash: mark, scopes: [] });
  const busy = await makeSite(database, { account, name: `${mark} busy` });
  await makeKeywords(database, busy, [mark]);
  const run = (await startRun(engine, { site: busy._id, trigger: RunTrigger.Manual }))._id;
  await insert(AiCall, {
    ...{ site: busy._id, run, stage: mark, model: mark, batchKey: mark, purpose: mark, index: 0 },
    ...{ attempt: 1, status: AiCallStatus.Accepted, createdAt: engine.now() },
  });
  if (!keyword) throw new TypeError('no keyword was made');
  const ids = {
    site: site._id,
    busySite: busy._id,
    keyword: keyword._id,
    cluster,
    idea,
    task,
    content,
    image,
    run,
    user,
    apiKey,
  };
  return { account, mark, ids };
}

/** Something of every kind changes in these accounts: whoever subscribes hears of it. */
export async function stir({ engine: { database } }: TestApi, accounts: readonly ObjectId[]): Promise<void> {
  const theirs = { account: { $in: [...accounts] } };
  const touched = { $currentDate: { updatedAt: true } } as const;
  for (const name of database.itemCollections) await database.db.collection(name).updateMany(theirs, touched);
  await database.of(AutomationRun).updateMany(theirs, { $inc: { creditsLeft: 1 } });
  for (const account of accounts) await topUp(database, { account, amount: 1, key: randomUUID() });
}
