import type { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AiProvider } from '../../schema/ai-settings.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import { accountProviders } from '../../server/ai-settings/account-providers.ts';
import type { AccountChoice } from '../../server/ai-settings/choice.ts';
import type { AiDesk } from '../../server/ai-settings/desk.ts';
import { rotateSecrets } from '../../server/ai-settings/rotate.ts';
import { changeAiSettings, removeAiKey } from '../../server/ai-settings/settings.ts';
import { masterKeysOf, masterSecrets } from '../../server/secrets/master-keys.ts';
import { createVault } from '../../server/secrets/vault.ts';
import { openTestApp } from '../support/app.ts';
import { makeAccount } from '../support/factory.ts';
import { providersForAll } from '../support/providers-for-all.ts';

const app = await openTestApp();
const { database, now } = app.engine;
const [one, two] = ['6f1b9c0d3e5a7f82'.repeat(2), 'c4e2a8b06d1f9357'.repeat(2)];

/** A process with these master secrets; its providers are named after the key that they were made with. */
function processWith(secrets: string) {
  const made: AccountChoice[] = [];
  const desk: AiDesk = {
    database,
    vault: createVault(async () => masterKeysOf(masterSecrets.parse(secrets))),
    make(choice) {
      made.push(choice);
      return { ...offlineProviders, text: { ...offlineProviders.text, name: choice.keys.openai ?? 'none' } };
    },
    checkHost: async () => {},
    environment: providersForAll(offlineProviders),
    now,
  };
  const source = accountProviders(desk);
  return { desk, made, answering: async (account: ObjectId) => (await source.of(account)).text.name };
}

const by = async () => ({ account: (await makeAccount(database))._id, name: 'Ada' });
const setKey = (desk: AiDesk, who: { account: ObjectId; name: string }, key: string) =>
  changeAiSettings(desk, who, { keys: [{ provider: AiProvider.OpenAi, key }] });

describe('An account is answered', () => {
  it('by its own providers where it has a key, else by the environment’s', async () => {
    const { desk, answering } = processWith(one);
    const [ada, other] = [await by(), await by()];
    await setKey(desk, ada, 'key-of-ada');
    await changeAiSettings(desk, other, { usdPerMonth: 5 });
    expect(await answering(ada.account)).toBe('key-of-ada');
    expect(await answering(other.account)).toBe('offline');
    expect(await answering((await by()).account)).toBe('offline');
    await removeAiKey(desk, ada.account, AiProvider.OpenAi);
    expect(await answering(ada.account)).toBe('offline');
  });

  it('by the same providers until its settings change, in whatever process', async () => {
    const [here, elsewhere] = [processWith(one), processWith(one)];
    const ada = await by();
    await setKey(elsewhere.desk, ada, 'first-key');
    for (let time = 0; time < 3; time += 1) expect(await here.answering(ada.account)).toBe('first-key');
    expect(here.made).toHaveLength(1);
    await setKey(elsewhere.desk, ada, 'second-key');
    expect(await here.answering(ada.account)).toBe('second-key');
    expect(here.made).toHaveLength(2);
  });

  it('by nobody where its key cannot be decrypted: the environment’s does not step in', async () => {
    const ada = await by();
    await setKey(processWith(one).desk, ada, 'key-of-ada');
    await expect(processWith(two).answering(ada.account)).rejects.toMatchObject({
      code: 'SECRET_UNREADABLE',
    });
  });
});

describe('A rotation of secrets', () => {
  it('puts every key under the newest one, while processes with the old one first go on reading', async () => {
    const [old, both, fresh] = [
      processWith(`1:${one},2:${two}`),
      processWith(`2:${two},1:${one}`),
      processWith(`2:${two}`),
    ];
    const accounts = [await by(), await by()];
    for (const [nth, who] of accounts.entries()) await setKey(old.desk, who, `key-${nth}`);
    const { rewrapped } = await rotateSecrets(both.desk);
    expect(rewrapped).toBeGreaterThanOrEqual(2);
    for (const each of [processWith(`1:${one},2:${two}`), both, fresh]) {
      for (const [nth, { account }] of accounts.entries())
        expect(await each.answering(account)).toBe(`key-${nth}`);
    }
    expect(await rotateSecrets(both.desk)).toMatchObject({ rewrapped: 0, unreadable: 0 });
  });

  it('done by two at once, or while a key is replaced, loses none', async () => {
    const [old, both] = [processWith(one), processWith(`2:${two},1:${one}`)];
    const accounts = await Promise.all(Array.from({ length: 8 }, by));
    for (const who of accounts) await setKey(old.desk, who, 'before');
    const [replaced] = accounts;
    if (!replaced) return;
    await Promise.all([
      rotateSecrets(both.desk),
      rotateSecrets(both.desk),
      setKey(both.desk, replaced, 'after'),
    ]);
    const answered = await Promise.all(
      accounts.map(({ account }) => processWith(`2:${two}`).answering(account)),
    );
    expect(answered).toEqual(['after', ...Array<string>(7).fill('before')]);
  });

  it('counts the keys whose secret is not known, and leaves them as they are', async () => {
    const ada = await by();
    await setKey(processWith(`7:${one}`).desk, ada, 'key-of-ada');
    const { unreadable } = await rotateSecrets(processWith(`2:${two},1:${one}`).desk);
    expect(unreadable).toBe(1);
    expect(await processWith(`7:${one}`).answering(ada.account)).toBe('key-of-ada');
  });
});
