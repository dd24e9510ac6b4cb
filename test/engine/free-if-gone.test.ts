import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { countClaimable, freeIfGone } from '../../server/engine/claim.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

describe('a run whose holder is gone', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp();
  });

  async function runHeldBy(owner: string): Promise<AutomationRun> {
    const { database } = app.engine;
    const site = await makeSite(database);
    await makeKeywords(database, site, ['coffee beans']);
    const run = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    const lease = { owner, token: 7, until: new Date(Date.now() + 60_000), session: null };
    await database.of(AutomationRun).updateOne({ _id: run._id }, { $set: { lease } });
    return { ...run, lease };
  }
  const isFree = async () => (await countClaimable(app.engine.database, app.engine.registry.keys, 1)) > 0;

  it('is free at once when its process was one of this machine, and finished by the next worker', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'close');
    const run = await runHeldBy(`${hostname()}:${child.pid}:abcdef01`);
    expect(await isFree()).toBe(false);
    expect(await freeIfGone(app.engine.database, run)).toBe(true);
    app.startWorker();
    const ended = await app.settled(run._id, ({ status }) => status === RunStatus.Completed);
    expect(ended.lease.token).toBe(8);
  });

  it.each([
    ['lives', `${hostname()}:${process.pid}:abcdef01`],
    ['is on another machine', 'elsewhere:1:abcdef01'],
    ['is a start that was cut off', 'start'],
  ])('keeps its lease when the holder %s', async (_, owner) => {
    const run = await runHeldBy(owner);
    expect(await freeIfGone(app.engine.database, run)).toBe(false);
    expect(await isFree()).toBe(false);
  });

  it('is left alone when somebody else has claimed it meanwhile', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'close');
    const run = await runHeldBy(`${hostname()}:${child.pid}:abcdef01`);
    await app.engine.database.of(AutomationRun).updateOne({ _id: run._id }, { $set: { 'lease.token': 8 } });
    await freeIfGone(app.engine.database, run);
    expect(await isFree()).toBe(false);
  });
});
