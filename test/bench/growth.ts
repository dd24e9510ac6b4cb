import { AiCall } from '../../schema/ai-call.ts';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { providersForAll } from '../../server/ai/provider.ts';
import type { App } from '../../server/app.ts';
import { type MeasuredStage, measureRun, openBenchApp, stagesOf } from './bench-app.ts';
import { kindredKeywords } from './keywords.ts';
import { PreparedAnswers } from './prepared.ts';
import type { Line } from './report.ts';

const few = 100;
const many = 10_000;

/** What a batch costs when the site is a hundred times larger, in all and by stage, and what memory the worker needs. */
export async function benchGrowth(): Promise<Line[]> {
  const small = await measure(few);
  const large = await measure(many);
  return [
    { name: `a batch at ${few} keywords`, value: small.ms, unit: 'ms' },
    { name: `a batch at ${many} keywords`, value: large.ms, unit: 'ms' },
    { name: 'growth of a batch', value: large.ms / small.ms, unit: '×', goal: 1.2 },
    // The many batches of the last stages hide in the mean what the first ones do.
    ...large.stages.flatMap(({ key, batches, wallMs }) => {
      const before = small.stages.find((stage) => stage.key === key);
      const [ms, was] = [wallMs / batches, before ? before.wallMs / before.batches : Number.NaN];
      return [
        { name: `  a batch of ${key} at ${few}`, value: was, unit: 'ms' },
        { name: `  a batch of ${key} at ${many}`, value: ms, unit: 'ms' },
        { name: `  growth of a batch of ${key}`, value: ms / was, unit: '×' },
      ];
    }),
    { name: `memory at ${many} keywords`, value: large.memoryMb, unit: 'MB', goal: 250 },
  ];
}

interface Growth {
  readonly ms: number;
  readonly stages: readonly MeasuredStage[];
  readonly memoryMb: number;
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
    const { run, wallMs, batches } = await measureRun(app, kindredKeywords(count));
    const making = [...answers.makingMs.values()].reduce((sum, ms) => sum + ms, 0);
    return {
      ms: (wallMs - making) / batches,
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
    const making = purposes.reduce((sum, purpose) => sum + (makingMs.get(purpose) ?? 0), 0);
    return { ...stage, wallMs: stage.wallMs - making };
  });
  return Promise.all(stages);
}
