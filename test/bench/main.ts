/**
 * Measures what the engine, the API and the console cost. Ratios within one run: machines differ, and are noisy. Exits with 1 when a goal is
 * missed.
 */
import { benchDepth } from './api/depth.ts';
import { benchList } from './api/list.ts';
import { benchSubscribers } from './api/subscribers.ts';
import { benchConsole } from './console/console.ts';
import { benchCrowd } from './crowd.ts';
import { benchGrowth } from './growth.ts';
import { benchOverhead } from './overhead.ts';
import { type Line, missedGoals, printReport } from './report.ts';

const benches: Record<string, () => Promise<Line[]>> = {
  overhead: benchOverhead,
  crowd: benchCrowd,
  growth: benchGrowth,
  list: benchList,
  depth: benchDepth,
  subscribers: benchSubscribers,
  console: benchConsole,
};

const chosen = process.argv.slice(2);
const lines: Line[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.error(`${name} …`);
  lines.push(...(await bench()));
}
printReport(lines);
for (const missed of missedGoals(lines)) {
  console.error(missed);
  process.exitCode = 1;
}
