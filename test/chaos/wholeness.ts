import type { Document, ObjectId } from 'mongodb';
import { Activity } from '../../schema/activity.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import { Idea } from '../../schema/idea.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { Task } from '../../schema/task.ts';
import { audit } from '../../server/credits/audit.ts';
import type { Database, DocumentClass } from '../../server/db/database.ts';
import type { Answer } from './worker-task.ts';

/** What is wrong with a run that should have completed, and with all that it has made: nothing, or sentences. */
export async function faultsOf(database: Database, id: ObjectId): Promise<string[]> {
  const faults: string[] = [];
  const claim = (what: string, is: unknown, shouldBe: unknown) => {
    if (is !== shouldBe) faults.push(`${what}: ${is}, not ${shouldBe}`);
  };
  const run = await database.of(AutomationRun).findOne({ _id: id });
  if (!run) return ['there is no such run'];
  const { site } = run;
  const all = (kind: DocumentClass<object>, filter: Document = { site }) =>
    database.of<Document>(kind).find(filter).toArray();
  const once = (what: string, keys: readonly unknown[]) =>
    claim(`${what}, all different`, new Set(keys.map(String)).size, keys.length);
  const each = <T>(list: readonly T[], state: (item: T) => unknown, shouldBe: unknown) => {
    for (const item of list) claim(JSON.stringify(item).slice(0, 200), state(item), shouldBe);
  };

  claim('the run', run.status, RunStatus.Completed);
  claim('its error', run.error, null);
  const [keywords, clusters, ideas] = [await all(Keyword), await all(Cluster), await all(Idea)];
  const [tasks, contents, images] = [await all(Task), await all(Content), await all(Image)];
  once(
    'clusters',
    clusters.map(({ name }) => name),
  );
  once(
    'ideas',
    ideas.map(({ title }) => title),
  );
  once(
    'tasks of ideas',
    tasks.map(({ idea }) => idea),
  );
  once(
    'contents of tasks',
    contents.map(({ task }) => task),
  );
  once(
    'places of images',
    images.map(({ content, position }) => `${content} ${position}`),
  );
  each(keywords, ({ status }) => status, KeywordStatus.Mapped);
  each(contents, ({ status }) => status, ContentStatus.Review);
  each(images, ({ status }) => status, ImageStatus.Generated);
  const total = (list: readonly Document[], field: string) =>
    list.reduce((sum, item) => sum + item[field], 0);
  claim('keywords counted by clusters', total(clusters, 'keywordCount'), keywords.length);
  claim('ideas counted by clusters', total(clusters, 'ideaCount'), ideas.length);
  claim('tasks', tasks.length, ideas.length);
  claim('contents', contents.length, tasks.length);
  claim(
    'images counted by contents',
    contents.reduce((sum, { images }) => sum + images.total, 0),
    images.length,
  );

  const counted = (stage: string, counter: string) => run.stages[stage]?.counters[counter];
  claim('counter of keywords', counted('cluster-keywords', 'keywordsProcessed'), keywords.length);
  claim('counter of clusters', counted('cluster-keywords', 'clustersCreated'), clusters.length);
  claim('counter of ideas', counted('generate-ideas', 'ideasCreated'), ideas.length);
  claim('counter of tasks', counted('queue-tasks', 'tasksCreated'), tasks.length);
  claim('counter of contents', counted('generate-content', 'contentCreated'), contents.length);
  claim('counter of prompts', counted('generate-image-prompts', 'promptsCreated'), images.length);
  claim('counter of images', counted('generate-images', 'imagesGenerated'), images.length);
  claim('counter of drafts', counted('generate-images', 'contentMovedToReview'), contents.length);

  const batches = Object.values(run.stages).reduce((sum, stage) => sum + stage.batches, 0);
  claim('charges', (await all(CreditEntry, { run: id, kind: EntryKind.Charge })).length, batches);
  const { differences } = await audit(database);
  for (const difference of differences) faults.push(JSON.stringify(difference));
  const rows = await database
    .of(Activity)
    .find({ run: id }, { sort: { seq: 1 } })
    .toArray();
  claim('rows', rows.at(-1)?.seq, rows.length);
  claim('last number of the run', run.seq, rows.length);
  for (const row of rows) {
    if (/LEASE_LOST|taken over the run/.test(JSON.stringify(row))) faults.push(`told: ${row.message}`);
  }
  return faults;
}

/**
 * Answers that were paid for and are in no journal: lost with the workers that had them, and bought again. Each
 * worker's last answer may be one of these, for it was in flight.
 */
export async function answersLost(database: Database, run: ObjectId, answers: readonly Answer[]) {
  const calls = await database.of(AiCall).find({ run, status: AiCallStatus.Accepted }).toArray();
  const kept = new Set(calls.map(({ costUsd }) => costUsd));
  const last = new Map(answers.map((answer) => [answer.pid, answer]));
  const lost = answers.filter(({ costUsd }) => !kept.has(costUsd));
  return {
    inFlight: lost.filter((answer) => last.get(answer.pid) === answer),
    others: lost.filter((answer) => last.get(answer.pid) !== answer),
    journaled: calls.length,
  };
}
