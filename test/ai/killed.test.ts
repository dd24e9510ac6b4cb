import { describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { RunStatus } from '../../schema/automation-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { openDoomed } from '../chaos/doomed.ts';
import { Life } from '../chaos/mortal.ts';
import { openFaultServer } from '../support/fault-server.ts';
import { providersOf } from '../support/provider-tools.ts';
import { openToyApp } from '../support/toy-app.ts';

const server = await openFaultServer();
const made = server.questions.noting(providersOf(server.choice()));
/** Paid ones, whose replies are not left to wait for the batch's transaction. */
const paid = { ...made, text: { ...made.text, isOffline: false } };
const app = await openToyApp({ providers: paid });
const { database } = app.engine;

describe('a worker that is killed between a reply and its save', () => {
  it('leaves the reply to the next one, which asks nothing again', async () => {
    const { start, charges } = await app.site(['tea', 'coffee']);
    const run = await start({ to: 'shout' });
    const life = new Life((kind) => kind === 'insert ai_calls');
    const death = new Promise<void>((resolve) => life.atEnd(resolve));
    const doomed = await openDoomed(database.db.databaseName, life);
    const timing = { ...app.engine.timing, leaseMs: 250, stopMs: 0 };
    const killed = new Worker({ ...app.engine, database: doomed.database, timing }, { slots: 1 });
    killed.start();
    await death;
    expect(server.requests).toHaveLength(1);
    const after = await app.worked(run);
    expect(after).toMatchObject({ status: RunStatus.Completed, error: null });
    expect(await charges()).toEqual([1_000]);
    expect(server.requests).toHaveLength(1);
    expect(await database.of(AiCall).find({ run: run._id }).toArray()).toMatchObject([
      { status: AiCallStatus.Accepted, attempt: 1 },
    ]);
    await Promise.allSettled([doomed.bury(), killed.stop()]);
  });
});
