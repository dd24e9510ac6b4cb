import { MongoServerError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { RunStatus } from '../../schema/automation-run.ts';
import { audit } from '../../server/credits/audit.ts';
import { openToyApp } from '../support/toy-app.ts';

const app = await openToyApp();
const { engine, toys } = app;

/** What a server answers, without a label, while it goes down, steps down or has the operation killed. */
const answers: [string, number][] = [
  ['ShutdownInProgress', 91],
  ['PrimarySteppedDown', 189],
  ['NotWritablePrimary', 10107],
  ['NotPrimaryNoSecondaryOk', 13435],
  ['InterruptedAtShutdown', 11600],
  ['Interrupted', 11601],
  ['InterruptedDueToReplStateChange', 11602],
  ['CursorNotFound', 43],
];

describe('a database that answers a stage that it cannot go on', () => {
  it.each(answers)('(%s) does not fail the run, which goes on when it can', async (codeName, code) => {
    const { start, charges } = await app.site(3);
    const run = await start({ to: 'shout' });
    let answered = 0;
    toys.shout.inWork = () => {
      answered += 1;
      if (answered === 1) throw new MongoServerError({ message: 'not now', code, codeName });
    };
    const done = await app.worked(run);
    expect(done).toMatchObject({ status: RunStatus.Completed, creditsUsed: 1_000 });
    expect(answered).toBe(2);
    expect(await charges()).toEqual([1_000]);
    expect((await audit(engine.database)).differences).toEqual([]);
  });
});
