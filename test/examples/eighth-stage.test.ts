import { beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../plugins/index.ts';
import { type AutomationRun, RunStatus, RunTrigger, StageStatus } from '../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { audit } from '../../server/credits/audit.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { loadStages } from '../../server/load-stages.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

const outside = await loadStages(['./examples/stage-key-takeaways/index.js'], process.cwd());
const app = await openTestApp({ stages: [...stages, ...outside] });

describe('a run with a stage that somebody else wrote', () => {
  let run: AutomationRun;
  let drafts: Content[];

  beforeAll(async () => {
    const { database } = app.engine;
    const site = await makeSite(database);
    await makeKeywords(database, site, ['cold brew coffee', 'cold brew ratio']);
    app.startWorker();
    const { _id } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    run = await app.settled(_id);
    drafts = await database.of(Content).find({ site: site._id }).toArray();
  });

  it('goes through eight stages, the new one in its place', () => {
    expect(run.status).toBe(RunStatus.Completed);
    expect(run.sequence).toHaveLength(8);
    expect(run.stages['key-takeaways']).toMatchObject({ number: 5, status: StageStatus.Completed });
    expect(run.stages['review-gate']?.number).toBe(8);
  });

  it('applies it to every draft, once, and charges for it', () => {
    const state = run.stages['key-takeaways'];
    expect(state?.processed).toBe(drafts.length);
    expect(state?.creditsUsed).toBe(drafts.length * 1_000);
    for (const { html, passed, status } of drafts) {
      expect(html.match(/<aside><p><strong>Key takeaways/g)).toHaveLength(1);
      expect(passed).toEqual({ 'key-takeaways': true });
      expect(status).toBe(ContentStatus.Review);
    }
  });

  it('leaves a ledger that adds up', async () => {
    expect((await audit(app.engine.database)).differences).toEqual([]);
  });
});
