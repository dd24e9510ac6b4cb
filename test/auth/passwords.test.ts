import { createHook } from 'node:async_hooks';
import { describe, expect, it } from 'vitest';
import { hashPassword, isPasswordOf } from '../../server/auth/passwords.ts';

const password = 'three words and a horse';

describe('a password', () => {
  it("is kept as argon2id with OWASP's parameters, in the PHC string format", async () => {
    expect(await hashPassword(password)).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/,
    );
  });

  it('has another hash each time, and is known by each', async () => {
    const hashes = [await hashPassword(password), await hashPassword(password)];
    expect(new Set(hashes).size).toBe(2);
    for (const hash of hashes) expect(await isPasswordOf(hash, password)).toBe(true);
  });

  it('is not known by another', async () => {
    const hash = await hashPassword(password);
    for (const other of ['', 'three words and a hors', `${password} `, password.toUpperCase()]) {
      expect(await isPasswordOf(hash, other)).toBe(false);
    }
  });

  it('is known by a hash of other parameters, as the reference implementation writes them', async () => {
    // From the tests of https://github.com/P-H-C/phc-winner-argon2.
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await isPasswordOf(hash, 'password')).toBe(true);
  });

  it('is the same from two keyboards that compose its letters differently', async () => {
    const hash = await hashPassword('Zoë drinks her café au lait');
    expect(await isPasswordOf(hash, 'Zoe\u0308 drinks her cafe\u0301 au lait')).toBe(true);
  });

  it('costs one derivation on the thread pool, whether there is a hash to compare with or not', async () => {
    const hash = await hashPassword(password);
    const known = await jobsOf(() => isPasswordOf(hash, 'a wrong password'));
    const unknown = await jobsOf(() => isPasswordOf(null, 'a wrong password'));
    expect(known.length).toBeGreaterThan(0);
    expect(unknown).toEqual(known);
  });
});

/** The jobs of the crypto library that the work gave to the thread pool. */
async function jobsOf(work: () => Promise<unknown>): Promise<string[]> {
  const jobs: string[] = [];
  const hook = createHook({
    init(_id, type) {
      if (/ARGON2|DERIVEBITS|HASH/i.test(type)) jobs.push(type);
    },
  }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return jobs;
}
