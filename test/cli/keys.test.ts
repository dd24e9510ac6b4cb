import { describe, expect, it } from 'vitest';
import { ApiKey, Scope } from '../../schema/api-key.ts';
import { callerOf } from '../../server/auth/caller.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();

/** What the key may do now. */
async function rightsOf(apiKey: string): Promise<string[]> {
  return [...(await callerOf(user.database, { apiKey }, new Date())).rights].sort();
}

describe('galley keys', () => {
  it('says how to make one where there is none', async () => {
    const { code, stdout, stderr } = await user.command(['keys']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('galley keys create NAME --scopes read');
  });

  it('makes a key that is shown once, lists it by its beginning, and makes it worth nothing', async () => {
    const made = await user.galley(['keys', 'create', 'nightly', '--scopes', 'read, run']);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^galley_[\w-]{49}\n$/) });
    const key = made.stdout.trim();
    expect(await rightsOf(key)).toEqual(['read', 'run']);
    const prefix = key.slice(0, 13);
    const listed = await user.command(['keys']);
    expect(listed.stdout).toMatch(
      new RegExp(`\n${prefix}… +nightly +read,run +\\S+ \\S+ UTC +\\S+ \\S+ UTC\n`),
    );
    expect(listed.stdout).not.toContain(key);

    const revoked = await user.galley(['keys', 'revoke', prefix]);
    expect(revoked).toMatchObject({ code: 0, stderr: expect.stringContaining('"nightly" is revoked') });
    expect(await rightsOf(key)).toEqual([]);
    expect((await user.command(['keys'])).stdout).toMatch(/nightly .* revoked \S+ \S+ UTC\n/);
  });

  it('makes a key by the whole of it worth nothing, as whoever finds one has it', async () => {
    const { stdout } = await user.command(['keys', 'create', 'found', '--scopes', 'write']);
    expect((await user.command(['keys', 'revoke', stdout.trim()])).code).toBe(0);
    expect(await rightsOf(stdout.trim())).toEqual([]);
  });

  it('says so where no key begins so', async () => {
    const { code, stderr } = await user.command(['keys', 'revoke', 'galley_000000']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no API key that begins with "galley_000000".');
    expect(stderr).toContain('galley keys\n');
  });

  it('makes none that may do what no program may', async () => {
    const { code, stderr } = await user.command(['keys', 'create', 'all', '--scopes', 'read,publish']);
    expect(code).toBe(2);
    expect(stderr).toContain('Give one or more of read, run and write, separated by commas.');
    expect(await user.database.of(ApiKey).countDocuments({ name: 'all', scopes: Scope.Read })).toBe(0);
  });
});
