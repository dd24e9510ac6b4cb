import { ObjectId } from 'mongodb';
import { Activity } from '../../../schema/activity.ts';
import { AiCall, AiCallStatus } from '../../../schema/ai-call.ts';
import { ApiKey } from '../../../schema/api-key.ts';
import { AutomationConfig } from '../../../schema/automation-config.ts';
import { RunTrigger } from '../../../schema/automation-run.ts';
import { AutomationSchedule } from '../../../schema/automation-schedule.ts';
import { Cluster } from '../../../schema/cluster.ts';
import { Content, ContentStatus } from '../../../schema/content.ts';
import { CreditEntry, EntryKind } from '../../../schema/credit-entry.ts';
import { Idea } from '../../../schema/idea.ts';
import { Image, ImageKind } from '../../../schema/image.ts';
import { Keyword, KeywordStatus } from '../../../schema/keyword.ts';
import { ImportOutcome, ImportReceipt, KeywordImport } from '../../../schema/keyword-import.ts';
import { Occurrence, Outcome } from '../../../schema/occurrence.ts';
import { Site } from '../../../schema/site.ts';
import { Task } from '../../../schema/task.ts';
import { Role, User } from '../../../schema/user.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import type { TestApi } from '../../support/api.ts';

/** The kinds of things that an operation may name by an id. */
export const thingNames = [
  'site',
  'busySite',
  'keyword',
  'mappedKeyword',
  'import',
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

/** When drafts among them were changed last. */
export const changedAt = new Date('2025-12-03T14:05:23Z');

/** One thing of each kind, all of one account. */
export interface Things {
  readonly account: ObjectId;
  /** Stands in a text of each of them: where it turns up, the thing has been seen. */
  readonly mark: string;
  readonly ids: Readonly<Record<ThingName, ObjectId>>;
}

/**
 * The items are of one site, `site`, on which nothing runs; the run, which nobody works on, is of `busySite`. Without
 * one, which is the most that they take, its id is nothing's.
 */
export async function makeThings(
  { engine }: TestApi,
  account: ObjectId,
  { hasRun = true } = {},
): Promise<Things> {
  const { database } = engine;
  const mark = `mark-${new ObjectId().toHexString()}`;
  const now = engine.now();
  const documents = new Map<new () => object, object[]>();
  const add = <T extends object>(kind: new () => T, fields: object): ObjectId => {
    const _id = new ObjectId();
    const made = Object.assign(new kind(), { _id, account }, fields);
    documents.set(kind, [...(documents.get(kind) ?? []), made]);
    return '_id' in made && made._id instanceof ObjectId ? made._id : _id;
  };
  const site = add(Site, { name: `${mark} idle` });
  const busySite = add(Site, { name: `${mark} busy` });
  const item = { site, title: mark, brief: mark };
  const list = add(KeywordImport, { site, name: mark, imported: 1, createdAt: now });
  const row = { line: 1, outcome: ImportOutcome.Imported, phrase: mark, problem: null };
  add(ImportReceipt, { _id: list, rows: [row] });
  const phrase = { phrase: mark, normalised: mark, createdAt: now, updatedAt: now };
  const keyword = add(Keyword, { site, import: list, ...phrase });
  add(Keyword, { site: busySite, ...phrase });
  const cluster = add(Cluster, { ...item, name: mark, keywordCount: 1 });
  const mappedKeyword = add(Keyword, {
    ...{ site, cluster, status: KeywordStatus.Mapped },
    ...{ phrase: mark, normalised: `${mark} mapped` },
  });
  const idea = add(Idea, { ...item, cluster });
  const task = add(Task, { ...item, cluster, idea });
  const content = add(Content, {
    ...item,
    ...{ cluster, task, slug: mark, html: `<p>${mark}</p>`, excerpt: mark, metaTitle: mark },
    ...{ metaDescription: mark, status: ContentStatus.Review },
    images: { planned: true, total: 1, pending: 0, failed: 0 },
    updatedAt: changedAt,
  });
  const image = add(Image, { ...item, content, kind: ImageKind.Featured, prompt: mark, alt: mark });
  const user = add(User, { name: mark, email: `${mark}@galley.test`, role: Role.Editor });
  const apiKey = add(ApiKey, { name: mark, prefix: mark, keyHash: mark, scopes: [] });
  const schedule = Object.assign(new AutomationSchedule(), { pausedReason: mark });
  add(AutomationConfig, { site, schedule });
  add(Occurrence, { site, dueAt: now, outcome: Outcome.Refused, reason: mark });
  await Promise.all(
    [...documents].map(([kind, made]) => database.of<object>(kind).insertMany(made, { ordered: false })),
  );
  const items = { keyword, mappedKeyword, import: list, cluster, idea, task, content, image };
  const run = hasRun ? await makeRun(engine, { account, busySite, mark }) : new ObjectId();
  return { account, mark, ids: { site, busySite, ...items, run, user, apiKey } };
}

async function makeRun(
  engine: TestApi['engine'],
  { account, busySite, mark }: { account: ObjectId; busySite: ObjectId; mark: string },
): Promise<ObjectId> {
  const { database, now } = engine;
  const run = (await startRun(engine, { site: busySite, trigger: RunTrigger.Manual }))._id;
  const ofRun = { account, site: busySite, run, stage: mark };
  const call = {
    ...{ provider: mark, model: mark, promptVersion: mark, batchKey: mark, purpose: mark },
    ...{ index: 0, attempt: 1, createdAt: now() },
  };
  const entry = { key: mark, kind: EntryKind.Charge, amount: 0 };
  await Promise.all([
    database
      .of<object>(AiCall)
      .insertOne(Object.assign(new AiCall(), ofRun, call, { status: AiCallStatus.Accepted })),
    database.of<object>(CreditEntry).insertOne(Object.assign(new CreditEntry(), ofRun, entry)),
    database.of(Activity).updateMany({ run }, { $set: { message: mark } }),
  ]);
  return run;
}
