import { resolve } from 'node:path';
import { openApi } from '../../../server/http/api.ts';
import buildConsole from '../../admin/support/built-console.ts';
import { makeKeywords, makeSite, numbered } from '../../support/factory.ts';
import { openBenchApp } from '../bench-app.ts';
import { median } from '../median.ts';
import type { Line } from '../report.ts';
import { flood, startIdleRun } from './flood.ts';
import { openVisits, type Visits } from './visits.ts';

const loads = 5;
const rows = { count: 10_000, aSecond: 1_000 };

/** How soon pages of the console stand there, and what becomes of one into which a thousand rows a second come. */
export async function benchConsole(): Promise<Line[]> {
  buildConsole();
  const { app, close } = await openBenchApp({}, { works: false });
  const site = await makeSite(app.engine.database, { credits: 1_000_000 });
  await makeKeywords(app.engine.database, site, numbered(1_000));
  const run = await startIdleRun(app, site);
  const api = await openApi(app.engine, {
    ...{ host: '127.0.0.1', port: 0, publishing: app.publishing, ai: app.ai },
    limits: { requestsPerMinute: 1_000_000 },
    consoleFolder: resolve('dist/admin'),
  });
  const visits = await openVisits(app, site.account, api.url);
  const at = (path: string) => `${path}?site=${site._id}`;
  try {
    const pipeline = await loadOf(visits, at('/automation'), 'Live activity log');
    const list = await loadOf(visits, at('/planner/keywords'), 'coffee grinder 1000');
    // So high that all of the page is seen, and drawn.
    const { page, watched } = await visits.to(at('/automation'), 2_000);
    const log = page.getByRole('log');
    await log.getByRole('time').first().waitFor();
    await watched.seen();
    await watched.forget();
    const { seconds, lastMessage } = await flood(app, run, rows);
    await log.getByText(lastMessage).waitFor();
    const { mostRows, longTasksMs, shift, moved } = await watched.seen();
    for (const one of moved) console.error(`  moved: ${one}`);
    return [
      { name: 'largest paint of the pipeline page', value: pipeline.paintMs, unit: 'ms', goal: 1_000 },
      { name: '  layout shift until it stands there', value: pipeline.shift, unit: '' },
      { name: 'largest paint of a list', value: list.paintMs, unit: 'ms', goal: 1_000 },
      { name: '  layout shift until it stands there', value: list.shift, unit: '' },
      { name: 'rows that came to the log', value: rows.count / seconds, unit: 'rows/s' },
      { name: 'most of them in the page at once', value: mostRows, unit: 'rows', goal: 60 },
      { name: 'tasks of more than 50 ms meanwhile', value: longTasksMs.length, unit: 'tasks', goal: 0 },
      { name: '  the longest of them', value: Math.max(0, ...longTasksMs), unit: 'ms' },
      // A figure in the middle of its place moves by half a digit when it gets one less.
      { name: 'layout shift meanwhile', value: shift, unit: '', goal: 0.001 },
    ];
  } finally {
    await visits.close();
    await api.close();
    await close();
  }
}

/** Medians of what it takes until this text stands on the page, loaded with nothing there from before. */
async function loadOf(
  visits: Visits,
  path: string,
  text: string,
): Promise<{ paintMs: number; shift: number }> {
  const paints: number[] = [];
  const shifts: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    const { page, watched } = await visits.to(path);
    await page.getByText(text).first().waitFor();
    const { largestPaintMs, shift, moved } = await watched.seen();
    if (load === 0) for (const one of moved) console.error(`  moved: ${one}`);
    paints.push(largestPaintMs);
    shifts.push(shift);
    await page.context().close();
  }
  return { paintMs: median(paints), shift: median(shifts) };
}
