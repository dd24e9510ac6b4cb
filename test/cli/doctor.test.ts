import { describe, expect, it } from 'vitest';
import { fails, openFaultServer, says } from '../support/fault-server.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();
const server = await openFaultServer();
const key = 'sk-doctor-0123456789';
const gateway = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: key, TEXT_MODEL: 'a-writer' };

describe('galley doctor', () => {
  it('finds a machine without keys in order, and says that its articles would be samples', async () => {
    const { code, stdout } = await user.galley(['doctor']);
    expect(stdout).toMatch(/^Data folder {2}ok: \S+ can be written\.\nDatabase {5}ok: at MONGODB_URI\.\n/);
    expect(stdout).toContain('\nText         sample text: no key for a text provider is set.\n');
    expect(stdout).toContain('\nImages       sample images: no key for an image provider is set.\n');
    expect(code).toBe(0);
  });

  it('asks the provider that is set, and says what its answers cost where it knows', async () => {
    server.behave(says('{"word": "ready"}'));
    const { code, stdout } = await user.command(['doctor'], gateway);
    expect(stdout).toMatch(
      /\nText {9}ok: a-writer of compatible, at http:\S+\/v1; it answered in .+; its price is not known/,
    );
    expect(code).toBe(0);
    expect(server.requests).toMatchObject([{ key }]);
  });

  it('says of a bad key that it is one, without showing it, and fails', async () => {
    server.behave(fails(401, { message: `Incorrect API key provided: ${key}` }));
    const { code, stdout, stderr } = await user.galley(['doctor'], gateway);
    expect(stdout).toContain(
      `Text         The AI provider "compatible" rejected the API key. Check the key. OPENAI_BASE_URL is ${server.url}.\n`,
    );
    expect(`${stdout}${stderr}`).not.toContain(key);
    expect(code).toBe(1);
  });

  it('says what is wrong with the data folder and the database, each for itself', async () => {
    const { code, stdout } = await user.command(['doctor'], {
      DATA_DIR: '/dev/null/data',
      MONGODB_URI: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200',
    });
    expect(stdout).toMatch(/^Data folder {2}E[A-Z]+: .+\nDatabase {5}MongoDB does not answer: /);
    expect(code).toBe(1);
  });

  it.each([
    [
      { TEXT_MODEL: 'gpt-5' },
      'The environment variable TEXT_MODEL is not valid: must not name "gpt-5" where no',
    ],
    [{ OPENAI_BASE_URL: server.url }, 'TEXT_MODEL is not set, but must name a model of the gateway. Set it.'],
    [
      { OPENAI_API_KEY: 'two words' },
      'OPENAI_API_KEY is not valid: must be a key, without spaces or line breaks.',
    ],
  ])('refuses settings that make no sense: %j', async (env, sentence) => {
    const { code, stderr } = await user.command(['doctor'], env);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });
});

describe('galley run', () => {
  it('says that its articles are samples where no key is set', async () => {
    const file = await user.file('one.csv', ['keyword', 'cold brew coffee']);
    const { code, stderr } = await user.galley(['run', file, '--stages', '1..1', '--json']);
    expect(code).toBe(0);
    expect(stderr.split('\n')).toContain('Sample text: no AI key is set.');
  });
});
