import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun, RunTrigger } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { readsDuring } from '../support/reads.ts';

const app = await openTestApi({ monitorCommands: true, api: { limits: { cost: 1_000_000 } } });
const { database } = app.engine;

/** A site with so many runs, each failed but the last, and with rows of its own. */
async function siteWithRuns(count: number): Promise<Site> {
  const site = await makeSite(database);
  await makeKeywords(database, site, ['espresso machine']);
  const run = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  const rows = await database.of(Activity).find({ run: run._id }).toArray();
  for (let number = 1; number < count; number += 1) {
    const _id = new ObjectId();
    const past = { _id, request: null, runId: `run ${number}`, active: false, status: 'failed' as const };
    await database.of(AutomationRun).insertOne(Object.assign({ ...run }, past as Partial<AutomationRun>));
    await database.of(Activity).insertMany(rows.map((row) => ({ ...row, _id: new ObjectId(), run: _id })));
  }
  return site;
}

describe('a list of runs with all that belongs to them', () => {
  const document = `query ($siteId: ObjectID!) {
    runs(siteId: $siteId, first: 100) {
      totalCount
      nodes {
        id runId percent elapsedSeconds estimatedCredits
        site { id name }
        timeLeft { seconds }
        waitingFor { reason }
        recentActivity { seq message }
        stages { key percent timeLeft { seconds } batch { label } counters { name value } ids { name value } }
      }
    }
  }`;

  it('costs as many reads for a hundred as for two', async () => {
    const reads = async (count: number) => {
      const site = await siteWithRuns(count);
      const ask = app.as(await app.program(site.account));
      const variables = { siteId: site._id.toHexString() };
      // The first use of a key is noted with it.
      await ask(document, variables);
      const all = await readsDuring(database, async () => {
        const { data, errors } = await ask(document, variables);
        expect(errors).toBeUndefined();
        expect(data.runs.nodes).toHaveLength(count);
        for (const { recentActivity } of data.runs.nodes) expect(recentActivity).toHaveLength(2);
      });
      // Who asks is known for a moment, however long a list takes.
      return all.filter((read) => read !== 'find api_keys');
    };
    const forTwo = await reads(2);
    expect(await reads(100)).toEqual(forTwo);
    expect(forTwo.length).toBeLessThanOrEqual(9);
  });
});
