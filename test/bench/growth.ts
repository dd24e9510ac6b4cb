import { measureRun, openBenchApp } from './bench-app.ts';
import { benchKeywords } from './keywords.ts';
import { PreparedAnswers } from './prepared.ts';
import type { Line } from './report.ts';

const few = 100;
const many = 10_000;

/** What a batch costs when the site is a hundred times larger, and what memory the worker then needs. */
export async function benchGrowth(): Promise<Line[]> {
  const small = await perBatch(few);
  const large = await perBatch(many);
  return [
    { name: `a batch at ${few} keywords`, value: small.ms, unit: 'ms' },
    { name: `a batch at ${many} keywords`, value: large.ms, unit: 'ms' },
    { name: 'growth of a batch', value: large.ms / small.ms, unit: '×', goal: 1.2 },
    { name: `memory at ${many} keywords`, value: large.memoryMb, unit: 'MB', goal: 250 },
  ];
}

/** The time that making the answers took is taken off: one run at a time, it is in no other's shadow. */
async function perBatch(count: number): Promise<{ ms: number; memoryMb: number }> {
  const answers = new PreparedAnswers({ keep: false });
  const { app, close } = await openBenchApp({ providers: answers.providers() });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 500);
  try {
    await measureRun(app, benchKeywords(few), 'Warm');
    const before = answers.makingMs;
    const { wallMs, batches } = await measureRun(app, benchKeywords(count));
    return { ms: (wallMs - (answers.makingMs - before)) / batches, memoryMb: peak / 2 ** 20 };
  } finally {
    clearInterval(watch);
    await close();
  }
}
