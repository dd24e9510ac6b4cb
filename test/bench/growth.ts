import { fork } from 'node:child_process';
import { once } from 'node:events';
import { AiCall } from '../../schema/ai-call.ts';
import type { AutomationRun } from '../../schema/automation-run.ts';
import type { App } from '../../server/app.ts';
import { providersForAll } from '../support/providers-for-all.ts';
import { type MeasuredStage, measureRun, openBenchApp, stagesOf } from './bench-app.ts';
import { kindredKeywords } from './keywords.ts';
import { PreparedAnswers } from './prepared.ts';
import type { Line } from './report.ts';

const few = 100;
const many = 10_000;

/** What a batch costs when the site is a hundred times larger, in all and by stage, and what memory the worker needs. */
export async function benchGrowth(): Promise<Line[]> {
  const small = await measuredApart(few);
  const large = await measuredApart(many);
  // Keywords that share words make fewer clusters the more there are, so that stages have other shares of the batches:
  // like is compared with like, each stage counting for as much as it does in the small run.
  const stages = small.stages.flatMap((before) => {
    const after = large.stages.find(({ key }) => key === before.key);
    return after ? [{ ...before, was: msOf(before), is: msOf(after) }] : [];
  });
  const mean = (ms: 'was' | 'is') =>
    sumOf(stages.map((stage) => stage.batches * stage[ms])) / sumOf(stages.map(({ batches }) => batches));
  return [
    { name: `a batch at ${few} keywords`, value: mean('was'), unit: 'ms' },
    { name: `a batch at ${many} keywords`, value: mean('is'), unit: 'ms' },
    { name: 'growth of a batch', value: mean('is') / mean('was'), unit: '×', goal: 1.2 },
    ...stages.flatMap(({ key, was, is }) => [
      { name: `  a batch of ${key} at ${few}`, value: was, unit: 'ms' },
      { name: `  a batch of ${key} at ${many}`, value: is, unit: 'ms' },
      { name: `  growth of a batch of ${key}`, value: is / was, unit: '×' },
    ]),
    { name: `memory at ${many} keywords`, value: large.memoryMb, unit: 'MB', goal: 250 },
  ];
}

function msOf({ wallMs, batches }: MeasuredStage): number {
  return wallMs / batches;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

interface Growth {
  readonly stages: readonly MeasuredStage[];
  readonly memoryMb: number;
}

/** In a process of its own, as a worker is: what another measurement has left is none of its memory. */
async function measuredApart(count: number): Promise<Growth> {
  const worker = fork(new URL(import.meta.url), [String(count)]);
  const [growth] = await Promise.race([once(worker, 'message'), once(worker, 'exit')]);
  if (typeof growth === 'object') return growth;
  throw new Error(`the measurement at ${count} keywords has ended without a result`);
}

async function measure(count: number): Promise<Growth> {
  const answers = new PreparedAnswers({ keep: false });
  const { app, close } = await openBenchApp({ providers: providersForAll(answers.providers()) });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 500);
  try {
    await measureRun(app, kindredKeywords(few), 'Warm');
    answers.makingMs.clear();
    const { run } = await measureRun(app, kindredKeywords(count));
    return {
      stages: await withoutMaking(app, run, answers.makingMs),
      memoryMb: peak / 2 ** 20,
    };
  } finally {
    clearInterval(watch);
    await close();
  }
}

/** The time that making the answers took is taken off: one run at a time, it is in no other's shadow. */
async function withoutMaking(
  { engine }: App,
  run: AutomationRun,
  makingMs: ReadonlyMap<string, number>,
): Promise<MeasuredStage[]> {
  const calls = engine.database.of(AiCall);
  const stages = stagesOf(run).map(async (stage) => {
    const purposes = await calls.distinct('purpose', { run: run._id, stage: stage.key });
    const making = sumOf(purposes.map((purpose) => makingMs.get(purpose) ?? 0));
    return { ...stage, wallMs: stage.wallMs - making };
  });
  return Promise.all(stages);
}

if (process.send) {
  process.send(await measure(Number(process.argv[2])));
  process.disconnect();
}
