import { describe, expect, it } from 'vitest';
import { readConfig } from '../server/config.ts';

describe('The environment', () => {
  it.each([
    ['ROLE', 'boss', 'must be api, worker or all'],
    ['PORT', 'http', 'must be a whole number from 0 to 65535'],
    ['PORT', '65536', 'must be a whole number from 0 to 65535'],
    ['PORT', '80.5', 'must be a whole number from 0 to 65535'],
    ['PROXIES', 'true', 'must be a whole number from 0 to 10'],
    ['ALLOWED_ORIGINS', 'console.example.com', 'must be origins such as https://console.example.com'],
    [
      'ALLOWED_ORIGINS',
      'https://console.example.com/app',
      'must be origins such as https://console.example.com',
    ],
    ['ALLOWED_ORIGINS', 'https://a.example.com, *', 'must be origins such as https://console.example.com'],
    ['INTROSPECTION', 'yes', 'must be on or off'],
    ['RATE_LIMIT', '0', 'must be a whole number from 1 to 1000000'],
    ['MAX_COST', '-1', 'must be a whole number from 100 to 10000000'],
    ['MAX_BODY_KB', '1e9', 'must be a whole number from 1 to 102400'],
    ['MAX_SOCKETS', 'many', 'must be a whole number from 1 to 10000'],
    ['MAX_SUBSCRIPTIONS', '', null],
    ['METRICS_TOKEN', 'short', 'must have at least 16 characters'],
    ['MONGODB_URI', 'localhost', 'must begin with mongodb:// or mongodb+srv://'],
    ['PUBLIC_URL', 'galley.example.com', 'must be an address such as https://galley.example.com'],
    [
      'PUBLIC_URL',
      'https://example.com/galley',
      'must be an address such as https://galley.example.com, with no path',
    ],
    ['PUBLIC_URL', 'https://example.com/?at=galley', 'must be an address such as https://galley.example.com'],
    ['PUBLIC_URL', 'https://ada:pass@example.com', 'must be an address such as https://galley.example.com'],
    ['NOTIFY_WEBHOOK_URL', 'ftp://hooks.example.com', 'must be an address such as https://hooks.example.com'],
    [
      'NOTIFY_WEBHOOK_URL',
      'https://ada:pass@hooks.example.com',
      'must be an address such as https://hooks.example.com/galley, with no user in it',
    ],
    ['NOTIFY_WEBHOOK_SECRET', 'short', 'must have at least 16 characters'],
    ['S3_BUCKET', 'x', 'must have at least 3 characters'],
    ['S3_ENDPOINT', 's3.example.com', 'must be an address such as https://s3.example.com'],
    ['GALLEY_SECRET', 'changeme', 'must be a secret of 32 random characters or more'],
    ['GALLEY_SECRET', 'x'.repeat(64), 'must be a secret of 32 random characters or more'],
    ['GALLEY_SECRET', '2:5e884898da28047151d0e56f8dc62927,1:password1', 'must be a secret of 32 random'],
    ['GALLEY_SECRET', '0:5e884898da28047151d0e56f8dc62927', 'must be a secret of 32 random characters'],
    [
      'GALLEY_SECRET',
      '5e884898da28047151d0e56f8dc62927,6b86b273ff34fce19d6b804eff5a3f57',
      'must give each of its secrets another version',
    ],
    ['ALLOW_PRIVATE_AI_HOSTS', 'http://localhost:11434', 'must be hosts such as localhost:11434'],
    ['ALLOW_PRIVATE_AI_HOSTS', 'localhost:11434, *', 'must be hosts such as localhost:11434'],
    ['REPLY_DAYS', '0', 'must be a whole number from 1 to 3650'],
    ['LOG_LEVEL', 'loud', 'must be fatal, error, warn, info, debug or silent'],
    ['WORKER_SLOTS', '1001', 'must be a whole number from 1 to 1000'],
  ])('with %s=%s', (name, value, problem) => {
    const read = () => readConfig({ [name]: value });
    if (problem === null) return expect(read()).toEqual(readConfig({}));
    expect(read).toThrow(`The environment variable ${name} is not valid: ${problem}`);
    // A secret is not told, not even to a person's terminal.
    if (/TOKEN|SECRET|WEBHOOK/.test(name)) expect(read).not.toThrow(value);
  });

  it.each([
    [{ S3_ACCESS_KEY_ID: 'an-id' }, 'is not set, but'],
    [{ S3_SECRET_ACCESS_KEY: 'abcdefgh' }, 'is not valid:'],
  ])("with one half of a bucket's keys: %j", (half, fault) => {
    expect(() => readConfig(half)).toThrow(
      `The environment variable S3_SECRET_ACCESS_KEY ${fault} must be given together with S3_ACCESS_KEY_ID, or neither.`,
    );
  });

  it('gives one master secret, or several of which the first encrypts', () => {
    const [one, two] = ['5e884898da28047151d0e56f8dc62927', '6b86b273ff34fce19d6b804eff5a3f57'];
    expect(readConfig({ GALLEY_SECRET: one }).GALLEY_SECRET).toEqual([{ version: 1, secret: one }]);
    expect(readConfig({ GALLEY_SECRET: `2:${two}, 1:${one}` }).GALLEY_SECRET).toEqual([
      { version: 2, secret: two },
      { version: 1, secret: one },
    ]);
  });

  it('names the address where people come by its origin', () => {
    const { PUBLIC_URL } = readConfig({ PUBLIC_URL: 'https://Galley.example.com:443/' });
    expect(PUBLIC_URL).toBe('https://galley.example.com');
  });

  it('names several origins', () => {
    const { ALLOWED_ORIGINS } = readConfig({
      ALLOWED_ORIGINS: 'https://a.example.com, http://localhost:5173',
    });
    expect(ALLOWED_ORIGINS).toEqual(['https://a.example.com', 'http://localhost:5173']);
  });
});
