import { providersForAll } from '../support/providers-for-all.ts';
import { measureRun, openBenchApp } from './bench-app.ts';
import { benchKeywords } from './keywords.ts';
import { PreparedAnswers } from './prepared.ts';
import type { Line } from './report.ts';

const sites = 50;
const answerMs = 200;

/** Fifty sites at once in one worker process, each AI call taking 200 ms, beside one site alone. */
export async function benchCrowd(): Promise<Line[]> {
  const answers = new PreparedAnswers();
  const { app, close } = await openBenchApp({ providers: providersForAll(answers.providers(answerMs)) });
  try {
    const keywords = benchKeywords(6);
    await measureRun(app, keywords);
    const alone = await measureRun(app, keywords);
    const started = performance.now();
    await Promise.all(Array.from({ length: sites }, () => measureRun(app, keywords)));
    const together = performance.now() - started;
    return [
      { name: 'one site alone, answers of 200 ms', value: alone.wallMs / 1000, unit: 's' },
      { name: 'fifty sites at once, one process', value: together / 1000, unit: 's' },
      { name: 'fifty sites / one site', value: together / alone.wallMs, unit: '×', goal: 1.3 },
    ];
  } finally {
    await close();
  }
}
