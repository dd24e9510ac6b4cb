import type { CommandStartedEvent } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Keyword } from '../../schema/keyword.ts';
import { dayMs } from '../../server/durations.ts';
import { createRegistry } from '../../server/engine/registry.ts';
import type { AnyStage } from '../../server/engine/stage.ts';
import { ensureStageIndexes } from '../../server/engine/stage-indexes.ts';
import { openTestApp } from '../support/app.ts';
import { makeToys } from '../support/toy-stages.ts';

const app = await openTestApp({ stages: [], monitorCommands: true });
const { database } = app.engine;
const [shout] = makeToys().stages;
if (!shout) throw new TypeError('the toys have stages');

/** A process that knows the stage with this `waiting`. */
function boot(waiting: object, key = 'shout'): Promise<void> {
  const stage: AnyStage = { ...shout, key, waiting } as AnyStage;
  return ensureStageIndexes(database, createRegistry([stage]), app.clock.now);
}

async function filters(): Promise<unknown[]> {
  const indexes = await database.of(Keyword).indexes();
  return indexes
    .filter(({ name }) => name?.startsWith('waiting_'))
    .map(({ partialFilterExpression: filter }) => filter);
}

const of = (waiting: object) => ({ ...waiting, failure: null, disabled: false });
const before = { status: 'new' };
const after = { status: 'new', country: 'DE' };

beforeEach(async () => {
  const items = database.of(Keyword);
  for (const { name } of await items.indexes()) {
    if (name?.startsWith('waiting_')) await items.dropIndex(name);
  }
  await database.db.collection('stale_indexes').deleteMany({});
});

describe('the index of a stage’s queue', () => {
  it('is made once by many processes that start at the same moment', async () => {
    await Promise.all(Array.from({ length: 8 }, () => boot(before)));
    expect(await filters()).toEqual([of(before)]);
    expect(await database.db.collection('locks').countDocuments()).toBe(0);
  });

  it('is left alone by a start that finds it: nothing is written, nothing locked', async () => {
    await boot(before);
    const written: string[] = [];
    const listen = ({ commandName }: CommandStartedEvent) => written.push(commandName);
    database.client.on('commandStarted', listen);
    await boot(before);
    database.client.off('commandStarted', listen);
    expect(new Set(written)).toEqual(new Set(['listIndexes', 'find']));
  });

  it('stays beside that of a new version for a week, and is dropped then', async () => {
    await boot(before);
    await boot(after);
    app.clock.advance(6 * dayMs);
    await boot(after);
    expect(await filters()).toEqual([of(before), of(after)]);
    app.clock.advance(dayMs);
    await boot(after);
    expect(await filters()).toEqual([of(after)]);
    await boot(after);
    expect(await database.db.collection('stale_indexes').countDocuments()).toBe(0);
  });

  it('stays when the new version is taken back within that week', async () => {
    await boot(before);
    await boot(after);
    app.clock.advance(3 * dayMs);
    await boot(before);
    app.clock.advance(5 * dayMs);
    await boot(after);
    expect(await filters()).toEqual([of(before), of(after)]);
  });

  it('stays while a stage of another name selects by the same filter', async () => {
    await boot(before, 'whisper');
    const stages = [
      { ...shout, key: 'whisper', waiting: after },
      { ...shout, waiting: before },
    ] as AnyStage[];
    const both = () => ensureStageIndexes(database, createRegistry(stages), app.clock.now);
    await both();
    app.clock.advance(8 * dayMs);
    await both();
    expect(await filters()).toEqual([of(before), of(after)]);
  });

  it('of a stage that this process does not know is nobody’s to drop', async () => {
    await boot(before, 'whisper');
    await boot(after);
    app.clock.advance(30 * dayMs);
    await boot(after);
    expect(await filters()).toEqual([of(before), of(after)]);
  });
});
