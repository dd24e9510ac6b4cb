import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AiSettings } from '../../schema/ai-settings.ts';
import { masterKeysOf, masterSecrets } from '../../server/secrets/master-keys.ts';
import { createVault } from '../../server/secrets/vault.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();
const [one, two] = ['6f1b9c0d3e5a7f82'.repeat(2), 'c4e2a8b06d1f9357'.repeat(2)];
const vaultOf = (secrets: string) => createVault(async () => masterKeysOf(masterSecrets.parse(secrets)));

describe('galley rotate-secrets', () => {
  it('puts the stored keys under the first secret, so that the old one can go', async () => {
    const place = { account: new ObjectId(), field: 'keys.openai' };
    const sealed = await vaultOf(one).seal('sk-key', place);
    const openai = { sealed, lastFour: '-key', setAt: new Date(), setBy: 'Ada' };
    const settings = Object.assign(new AiSettings(), { account: place.account, keys: { openai } });
    await user.database.of(AiSettings).insertOne(settings);

    const early = await user.command(['rotate-secrets'], { GALLEY_SECRET: `2:${two}` });
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('1 key cannot be decrypted') });
    const done = await user.galley(['rotate-secrets'], { GALLEY_SECRET: `2:${two},1:${one}` });
    expect(done).toMatchObject({
      code: 0,
      stdout: '1 key is now encrypted with the newest secret; 0 were already.\n',
    });
    const again = await user.command(['rotate-secrets'], { GALLEY_SECRET: `2:${two}` });
    expect(again).toMatchObject({
      code: 0,
      stdout: '0 keys are now encrypted with the newest secret; 1 was already.\n',
    });

    const stored = await user.database.of(AiSettings).findOne({ account: place.account });
    expect(await vaultOf(`2:${two}`).open(stored?.keys.openai?.sealed ?? sealed, place)).toBe('sk-key');
  });

  it('says what is missing where there is no secret', async () => {
    const { code, stderr } = await user.command(['rotate-secrets'], { GALLEY_SECRET: '' });
    expect(code).toBe(1);
    expect(stderr).toContain('Set GALLEY_SECRET');
  });

  it('does not tell a bad secret', async () => {
    const { code, stderr } = await user.command(['rotate-secrets'], { GALLEY_SECRET: 'hunter2' });
    expect(code).toBe(2);
    expect(stderr).toContain('GALLEY_SECRET is not valid: must be a secret of 32 random characters or more');
    expect(stderr).not.toContain('hunter2');
  });
});
