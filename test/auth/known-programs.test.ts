import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { ApiKey, Scope } from '../../schema/api-key.ts';
import { makeApiKey, revokeApiKey } from '../../server/auth/api-keys.ts';
import { KnownPrograms } from '../../server/auth/known-programs.ts';
import { hourMs } from '../../server/durations.ts';
import { openTestApp } from '../support/app.ts';

const app = await openTestApp({ monitorCommands: true });
const { database, now } = app.engine;

async function aProgram() {
  const made = await makeApiKey(database, { account: new ObjectId(), name: 'ci', scopes: [Scope.Read] });
  return { ...made, programs: new KnownPrograms(database, hourMs) };
}

/** How often keys were looked for while this was done. */
async function lookUps(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const onStarted = ({ commandName, command }: { commandName: string; command: { find?: string } }) => {
    if (commandName === 'find' && command.find === database.of(ApiKey).collectionName) count += 1;
  };
  database.client.on('commandStarted', onStarted);
  await work();
  database.client.off('commandStarted', onStarted);
  return count;
}

describe('a key that was looked up', () => {
  it('is not looked up again within the moment', async () => {
    const { key, apiKey, programs } = await aProgram();
    expect(await programs.apiKeyOf(key, now())).toMatchObject({ _id: apiKey._id });
    const again = async () => {
      expect(await programs.apiKeyOf(key, now())).toMatchObject({ _id: apiKey._id });
    };
    expect(await lookUps(again)).toBe(0);
  });

  it('is looked up again when its time is over, though nobody has told of a change', async () => {
    const { key, apiKey, programs } = await aProgram();
    await programs.apiKeyOf(key, now());
    await revokeApiKey(database, apiKey._id, now());
    app.clock.advance(hourMs);
    expect(await programs.apiKeyOf(key, now())).toBeNull();
  });

  it('is looked up again once it is told of, and so are all where nobody knows which', async () => {
    const { key, apiKey, programs } = await aProgram();
    for (const which of [apiKey._id, undefined]) {
      await programs.apiKeyOf(key, now());
      programs.forget(which);
      expect(await lookUps(() => programs.apiKeyOf(key, now()))).toBe(1);
    }
  });

  it('stays known where another one is told of', async () => {
    const { key, programs } = await aProgram();
    await programs.apiKeyOf(key, now());
    programs.forget(new ObjectId());
    expect(await lookUps(() => programs.apiKeyOf(key, now()))).toBe(0);
  });

  it('is not remembered where it was told of while it was looked up', async () => {
    const { key, apiKey, programs } = await aProgram();
    const found = programs.apiKeyOf(key, now());
    programs.forget(apiKey._id);
    await found;
    expect(await lookUps(() => programs.apiKeyOf(key, now()))).toBe(1);
  });

  it('is looked up each time while it is none', async () => {
    const { key, apiKey, programs } = await aProgram();
    await revokeApiKey(database, apiKey._id, now());
    const twice = async () => {
      expect(await programs.apiKeyOf(key, now())).toBeNull();
      expect(await programs.apiKeyOf(key, now())).toBeNull();
    };
    expect(await lookUps(twice)).toBe(2);
  });
});
