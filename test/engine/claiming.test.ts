import { describe, expect, it } from 'vitest';
import { RunStatus } from '../../schema/automation-run.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openToyApp } from '../support/toy-app.ts';
import { watchWrites } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine } = app;
const { database } = engine;
/** A worker looks when it is woken, and not by itself. */
const timing = { ...engine.timing, pollMs: 600_000 };

describe('a run that cannot be claimed', () => {
  it('keeps nobody from the others that wait, is told of, and claimed at the next look', async () => {
    const scenes = await Promise.all([app.site(1), app.site(1), app.site(1)]);
    const runs = [];
    for (const { start } of scenes) runs.push(await start());
    const [first, ...others] = runs;
    const isOut = Promise.all(others.map(({ _id }) => app.settled(_id)));
    let isLocked = true;
    const locked = watchWrites(database, (nth, collection) => {
      if (nth === 1) expect(collection).toBe('runs');
      if (nth === 1 && isLocked) throw new TypeError('locked');
    });
    const log = recordLog();
    const worker = app.startWorker(1, { database: locked, timing, log: log.log });
    expect(await isOut).toMatchObject(others.map(() => ({ status: RunStatus.Completed })));
    isLocked = false;
    if (first) expect(await app.settled(first._id)).toMatchObject({ status: RunStatus.Completed });
    await worker.stop();
    expect(log.lines.filter(({ level }) => level >= 40)).toMatchObject([
      { msg: 'a run could not be claimed', run: first?.runId, err: { message: 'locked' } },
    ]);
  });
});
