import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { afterAll, describe, expect, it } from 'vitest';
import type { SealedSecret } from '../../schema/sealed-secret.ts';
import { keptSecret } from '../../server/secrets/kept-secret.ts';
import { masterKeysOf, masterSecrets } from '../../server/secrets/master-keys.ts';
import { createVault } from '../../server/secrets/vault.ts';

const oldSecret = '6f1b9c0d3e5a7f82'.repeat(2);
const newSecret = 'c4e2a8b06d1f9357'.repeat(2);
const place = { account: new ObjectId(), field: 'keys.openai' };
const vaultWith = (text: string) => createVault(async () => masterKeysOf(masterSecrets.parse(text)));
const key = 'sk-canary-0123456789';

describe('A sealed secret', () => {
  const vault = vaultWith(oldSecret);

  it('is what it was, once it is opened', async () => {
    expect(await vault.open(await vault.seal(key, place), place)).toBe(key);
  });

  it('shows nothing of itself, and is another one each time', async () => {
    const [one, other] = [await vault.seal(key, place), await vault.seal(key, place)];
    expect(JSON.stringify(one)).not.toContain(key);
    expect(Buffer.from(one.cipherText, 'base64').toString('latin1')).not.toContain(key);
    expect(other.cipherText).not.toBe(one.cipherText);
    expect(other.wrappedKey).not.toBe(one.wrappedKey);
  });

  it.each([
    ['of another account', { ...place, account: new ObjectId() }],
    ['in another field', { ...place, field: 'keys.google' }],
  ])('is worth nothing in the hands %s', async (_, elsewhere) => {
    const sealed = await vault.seal(key, place);
    await expect(vault.open(sealed, elsewhere)).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' });
  });

  it.each(['wrappedKey', 'cipherText'] as const)('is refused when its %s was altered', async (part) => {
    const sealed = await vault.seal(key, place);
    for (const at of [0, 13, -1]) {
      const bytes = Buffer.from(sealed[part], 'base64');
      bytes.writeUInt8(bytes.readUInt8(at < 0 ? bytes.length + at : at) ^ 1, at < 0 ? bytes.length + at : at);
      const altered: SealedSecret = { ...sealed, [part]: bytes.toString('base64') };
      await expect(vault.open(altered, place)).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' });
    }
    await expect(vault.open({ ...sealed, [part]: 'AAAA' }, place)).rejects.toMatchObject({
      code: 'SECRET_UNREADABLE',
    });
  });
});

describe('A new master key', () => {
  it('does not keep the old one from reading, nor the old one first from reading what it wrote', async () => {
    const [both, newFirst] = [
      vaultWith(`1:${oldSecret},2:${newSecret}`),
      vaultWith(`2:${newSecret},1:${oldSecret}`),
    ];
    const before = await vaultWith(oldSecret).seal(key, place);
    const after = await newFirst.seal(key, place);
    expect([before.masterVersion, after.masterVersion]).toEqual([1, 2]);
    expect(await newFirst.open(before, place)).toBe(key);
    expect(await both.open(after, place)).toBe(key);
    expect((await both.seal(key, place)).masterVersion).toBe(1);
  });

  it('takes a secret over without touching its text, and then does without the old one', async () => {
    const before = await vaultWith(oldSecret).seal(key, place);
    const both = vaultWith(`2:${newSecret},1:${oldSecret}`);
    const after = await both.rewrap(before, place);
    expect(after).toMatchObject({ masterVersion: 2, cipherText: before.cipherText });
    if (!after) return;
    expect(await both.rewrap(after, place)).toBeNull();
    expect(await vaultWith(`2:${newSecret}`).open(after, place)).toBe(key);
    await expect(vaultWith(`2:${newSecret}`).open(before, place)).rejects.toThrow(
      'cannot be decrypted with version 1 of GALLEY_SECRET',
    );
    // The same version with another secret is told apart, too.
    await expect(vaultWith(newSecret).open(before, place)).rejects.toMatchObject({
      code: 'SECRET_UNREADABLE',
    });
  });

  it('is missed when there is none', async () => {
    const none = createVault(async () => null);
    await expect(none.seal(key, place)).rejects.toMatchObject({ code: 'MASTER_KEY_MISSING' });
  });
});

describe('The secret beside an embedded database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-secret-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is made once, by however many at once, for its owner alone', async () => {
    const data = join(folder, 'data');
    const all = await Promise.all(Array.from({ length: 8 }, () => keptSecret(data)));
    expect(new Set(all.map(([one]) => one?.secret)).size).toBe(1);
    expect(await keptSecret(data)).toEqual(all[0]);
    expect((await stat(join(data, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('is refused with a word about it where somebody has spoilt it', async () => {
    const data = join(folder, 'spoilt');
    await keptSecret(data);
    await writeFile(join(data, 'secret'), 'short');
    await expect(keptSecret(data)).rejects.toThrow(
      /^The file .*secret, with which keys are encrypted, cannot be used: it must be/,
    );
    await chmod(join(data, 'secret'), 0o600);
    expect(await readFile(join(data, 'secret'), 'utf8')).toBe('short');
  });
});
