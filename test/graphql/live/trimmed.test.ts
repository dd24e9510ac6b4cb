import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../../schema/automation-run.ts';
import { cleanUp } from '../../../server/engine/clean-up.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import { openTestApi } from '../../support/api.ts';
import { makeKeywords, makeSite } from '../../support/factory.ts';
import { openFollower } from '../../support/follow.ts';
import { makeToys } from '../../support/toy-stages.ts';

const app = await openTestApi({ stages: makeToys().stages });
const { engine } = app;

describe('the activity of a run whose history was removed for its age', () => {
  it('ends at once with nothing, for a reader that begins and for one that goes on', async () => {
    const site = await makeSite(engine.database);
    await makeKeywords(engine.database, site, ['espresso']);
    const headers = await app.program(site.account);
    const run = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
    const worker = app.startWorker();
    const { seq } = await app.settled(run._id);
    // Who still writes its files keeps them from being removed.
    await worker.stop();
    app.clock.advance(91 * 86_400_000);
    await cleanUp(engine);
    const socket = openFollower(app.api.url, headers);
    const query =
      'subscription ($runId: ObjectID!, $after: Int!) { activity(runId: $runId, after: $after) { seq } }';
    for (const after of [0, seq - 2, seq]) {
      const rows = [];
      for await (const row of socket.follow(query, { runId: run._id, after }, 'activity')) rows.push(row);
      expect(rows).toEqual([]);
    }
    await socket.client.dispose();
    const ask = app.as(headers);
    const { data } = await ask(
      'query ($id: ObjectID!) { currentRun(siteId: $id) { trimmedAt creditsUsed } }',
      {
        id: site._id,
      },
    );
    expect(data.currentRun).toEqual({ trimmedAt: engine.now().toISOString(), creditsUsed: 3 });
  });
});
