import { describe, expect, it } from 'vitest';
import { createSignInThrottle, networkOf } from '../../server/auth/sign-in-throttle.ts';
import { openTestApp } from '../support/app.ts';

const { engine } = await openTestApp();
const one = createSignInThrottle(engine.database);
/** Of another process. */
const other = createSignInThrottle(engine.database);
const throttled = { code: 'SIGN_IN_THROTTLED' };

describe('attempts to sign in', () => {
  it('are counted for an address in all processes together, wherever they come from', async () => {
    const attempt = (nth: number) => ({ email: 'ada@galley.test', ip: `192.0.2.${nth}` });
    for (let nth = 1; nth <= 10; nth += 1) await (nth % 2 ? one : other).attempt(attempt(nth));
    await expect(one.attempt(attempt(11))).rejects.toMatchObject(throttled);
    await expect(other.attempt(attempt(12))).rejects.toMatchObject(throttled);
  });

  it('are counted for a client, whatever the addresses', async () => {
    const attempt = (nth: number) => ({ email: `person-${nth}@galley.test`, ip: '198.51.100.7' });
    await Promise.all(Array.from({ length: 50 }, (_, nth) => one.attempt(attempt(nth))));
    await expect(other.attempt(attempt(51))).rejects.toMatchObject(throttled);
    await other.attempt({ ...attempt(52), ip: '198.51.100.8' });
  });

  it('made at once are not more than those made in turn', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 30 }, (_, nth) =>
        (nth % 2 ? one : other).attempt({ email: 'bob@galley.test', ip: '203.0.113.1' }),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  it('tell when the next is worth while', async () => {
    const attempt = { email: 'cy@galley.test', ip: '203.0.113.2' };
    for (let nth = 1; nth <= 10; nth += 1) await one.attempt(attempt);
    const refusal = await one.attempt(attempt).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ details: { retryAfterSeconds: expect.any(Number) } });
    const { retryAfterSeconds } = (refusal as { details: { retryAfterSeconds: number } }).details;
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  });

  it('are forgiven by the right password: for the address all, for the client this one', async () => {
    const attempt = { email: 'di@galley.test', ip: '203.0.113.3' };
    for (let nth = 1; nth <= 40; nth += 1) {
      await one.attempt(attempt);
      await other.forgive(attempt);
    }
    for (let nth = 1; nth <= 10; nth += 1) await one.attempt(attempt);
    await expect(one.attempt(attempt)).rejects.toMatchObject(throttled);
  });

  it('keep no address that was typed', async () => {
    await one.attempt({ email: 'a password, in the wrong field', ip: '203.0.113.4' });
    const kept = await engine.database.db.collection('sign_in_attempts').find().toArray();
    expect(JSON.stringify(kept)).not.toContain('wrong field');
  });
});

describe('a client', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('at %s counts as %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
