import type { ObjectId } from 'mongodb';
import { Account } from '../../../schema/account.ts';
import { AutomationConfig } from '../../../schema/automation-config.ts';
import { type AutomationRun, RunTrigger } from '../../../schema/automation-run.ts';
import { Cluster } from '../../../schema/cluster.ts';
import { Content } from '../../../schema/content.ts';
import { Idea } from '../../../schema/idea.ts';
import { Image } from '../../../schema/image.ts';
import { Keyword } from '../../../schema/keyword.ts';
import { Task } from '../../../schema/task.ts';
import type { Providers } from '../../../server/ai/provider.ts';
import type { Database } from '../../../server/db/database.ts';
import { defaultTiming, type Engine } from '../../../server/engine/engine.ts';
import { runLogFolder } from '../../../server/engine/run-log/folders.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import { openTestApp } from '../../support/app.ts';
import { type Clock, fixedClock } from '../../support/clock.ts';
import { makeKeywords, makeSite } from '../../support/factory.ts';
import { quickProviders } from '../../support/quick-providers.ts';
import { readLogs } from './log-folder.ts';

const phrases = [
  'espresso machine',
  'best espresso machine',
  'cold brew coffee',
  'how to make cold brew coffee',
  'espresso machine reviews',
  'burr coffee grinder',
  'coffee grinder for espresso',
];

/** Small, and so that every stage that can has several batches, the last one smaller than the others. */
const stages = {
  'cluster-keywords': { batchSize: 3 },
  'generate-ideas': { ideasPerCluster: 2 },
  'queue-tasks': { batchSize: 5 },
  'generate-image-prompts': { imagesPerArticle: 2 },
};

/** What an answer takes by the run's clock, which nothing else moves. */
const textMs = 12_000;
const pictureMs = 20_000;

/** A finished run of the seven stages, with the log files that its worker wrote. */
export interface RealRun {
  readonly run: AutomationRun;
  /** By name. Ids are masked by names that are the same every time, such as `keyword-3`. */
  readonly logs: ReadonlyMap<string, string>;
}

/** Runs the product over seven keywords. Call it at the top of a file. */
export async function realRun(): Promise<RealRun> {
  const clock = fixedClock();
  // Phases are stored with the batches' commits alone: when a timer would store them depends on the machine.
  const timing = { ...defaultTiming, flushMs: 3_600_000 };
  const app = await openTestApp({ parts: { now: clock.now, providers: slowed(clock), timing } });
  const { engine } = app;
  const { database } = engine;
  const site = await makeSite(database, { name: 'Coffee' });
  await database.of(Account).updateOne({ _id: site.account }, { $set: { name: 'Roaster' } });
  const config = Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages });
  await database.of(AutomationConfig).insertOne(config);
  await makeKeywords(database, site, phrases);
  const started = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
  const worker = app.startWorker(1);
  const run = await app.settled(started._id, ({ lease, active }) => !active && lease.owner === null);
  await worker.stop();
  const names = await namesOf(database, run);
  const texts = await readLogs(folderOf(engine, run));
  const keys = new Map<string, string>();
  return { run, logs: new Map([...texts].map(([file, text]) => [file, masked(text, names, keys)])) };
}

/** The offline provider, in whose calls time passes. */
function slowed(clock: Clock): Providers {
  const { text, image } = quickProviders;
  return {
    text: {
      ...text,
      answer(...call) {
        clock.advance(textMs);
        return text.answer(...call);
      },
    },
    image: {
      ...image,
      paint(...call) {
        clock.advance(pictureMs);
        return image.paint(...call);
      },
    },
  };
}

function folderOf({ logFolder }: Engine, { account, site, runId }: AutomationRun): string {
  return runLogFolder(logFolder, { account: account.toHexString(), site: site.toHexString(), runId });
}

/** A name for each id: its kind, and its number in the order in which they were made. */
async function namesOf(database: Database, run: AutomationRun): Promise<Map<string, string>> {
  const names = new Map([
    [run.account.toHexString(), 'account-1'],
    [run.site.toHexString(), 'site-1'],
  ]);
  const kinds = {
    keyword: Keyword,
    cluster: Cluster,
    idea: Idea,
    task: Task,
    content: Content,
    image: Image,
  };
  for (const [name, kind] of Object.entries(kinds)) {
    const items = database
      .of<{ _id: ObjectId; site: ObjectId }>(kind)
      .find({ site: run.site }, { sort: { _id: 1 }, projection: { _id: 1 } });
    for (const [index, { _id }] of (await items.toArray()).entries())
      names.set(_id.toHexString(), `${name}-${index + 1}`);
  }
  return names;
}

/** Batch keys and the names of pictures, which end with a hash, are made from ids: they are numbered as they come. */
function masked(text: string, names: ReadonlyMap<string, string>, keys: Map<string, string>): string {
  return text.replace(/\b([0-9a-f]{24,64})\b(?:-[0-9a-f]{16}\b)?/g, (_, id: string) => {
    const name = names.get(id) ?? keys.get(id) ?? `key-${keys.size + 1}`;
    if (!names.has(id)) keys.set(id, name);
    return name;
  });
}
