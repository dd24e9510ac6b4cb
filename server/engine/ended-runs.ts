import type { Filter } from 'mongodb';
import { AutomationRun } from '../../schema/automation-run.ts';
import type { Database } from '../db/database.ts';

const runsAtOnce = 100;
const projection = { account: 1, site: 1, runId: 1, seq: 1, startedAt: 1, endedAt: 1 } as const;

/** What is read of an ended run. */
export type EndedRun = Pick<AutomationRun, '_id' | keyof typeof projection>;

/**
 * Runs that have ended, those before a time alone, the eldest first. Read in pages, each from where the one before it
 * ended: what becomes of a run meanwhile makes none of the others be passed over.
 */
export async function* endedRuns(
  database: Database,
  by: 'startedAt' | 'endedAt',
  before: Date,
  filter: Filter<AutomationRun>,
): AsyncGenerator<EndedRun> {
  const runs = database.of(AutomationRun);
  const sort = { [by]: 1, _id: 1 } as const;
  for (let last: EndedRun | undefined; ; ) {
    const beyond = last && {
      $or: [{ [by]: { $gt: last[by], $lt: before } }, { [by]: last[by], _id: { $gt: last._id } }],
    };
    const old = { active: false, ...filter, [by]: { $lt: before }, ...beyond };
    const page: EndedRun[] = await runs
      .find(old, { sort, limit: runsAtOnce })
      .project<EndedRun>(projection)
      .toArray();
    yield* page;
    last = page.at(-1);
    if (page.length < runsAtOnce) return;
  }
}
