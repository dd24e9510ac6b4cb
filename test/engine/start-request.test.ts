import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AutomationRun } from '../../schema/automation-run.ts';
import { cancelRun } from '../../server/engine/steer-run.ts';
import { openToyApp } from '../support/toy-app.ts';

const app = await openToyApp();

describe('a request that asks for a run', () => {
  it('starts one, however often it is carried out at once', async () => {
    const { start, count, account } = await app.site(3, { credits: 100 });
    const request = new ObjectId();
    const runs = await Promise.all(Array.from({ length: 20 }, () => start({ request })));
    expect(new Set(runs.map(({ _id }) => _id.toHexString())).size).toBe(1);
    expect(await count(AutomationRun)).toBe(1);
    expect((await account()).holds).toHaveLength(1);
  });

  it('gets the run that it has started even when that has ended', async () => {
    const { start, count } = await app.site(3);
    const request = new ObjectId();
    const { _id } = await start({ request });
    await cancelRun(app.engine, _id, 'Ada');
    expect(await start({ request })).toMatchObject({ _id, status: 'cancelled' });
    expect(await count(AutomationRun)).toBe(1);
  });

  it('is refused where another request’s run holds the site', async () => {
    const { start } = await app.site(3);
    await start({ request: new ObjectId() });
    await expect(start({ request: new ObjectId() })).rejects.toMatchObject({ code: 'RUN_ALREADY_ACTIVE' });
  });
});
