import { describe, expect, it } from 'vitest';
import { ApiKey, Scope } from '../../schema/api-key.ts';
import { isWellFormed } from '../../server/auth/api-keys.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';

const app = await openTestApi();
const { database } = app.engine;
const create =
  'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id name prefix scopes } key } }';
const revoke = 'mutation ($input: ApiKeyInput!) { revokeApiKey(input: $input) { apiKey { revokedAt } } }';
const list = '{ apiKeys { nodes { name prefix scopes lastUsedAt revokedAt } } }';

async function makeOwner() {
  const account = (await makeAccount(database))._id;
  return { account, ask: app.as(await app.person(account)) };
}

describe('an API key', () => {
  it('is shown once, stored as a hash and known again by its beginning', async () => {
    const { account, ask } = await makeOwner();
    const { data } = await ask(create, { input: { name: 'nightly', scopes: ['RUN', 'READ'] } });
    const { apiKey, key } = data.createApiKey;
    expect(key).toMatch(/^galley_[\w-]{49}$/);
    expect(apiKey).toMatchObject({ name: 'nightly', scopes: ['RUN', 'READ'], prefix: key.slice(0, 13) });
    expect(JSON.stringify(await database.of(ApiKey).find({ account }).toArray())).not.toContain(key);
    expect(JSON.stringify((await ask(list)).data)).not.toContain(key);
    const { data: asked } = await app.as({ authorization: `Bearer ${key}` })(
      '{ me { apiKey { name } rights } }',
    );
    expect(asked.me).toEqual({ apiKey: { name: 'nightly' }, rights: ['READ', 'RUN'] });
  });

  it('is told from a mistyped one without asking the database', async () => {
    const { data } = await (await makeOwner()).ask(create, { input: { name: 'one', scopes: ['READ'] } });
    const { key } = data.createApiKey;
    const mistyped = `${key.slice(0, 20)}${key[20] === 'x' ? 'y' : 'x'}${key.slice(21)}`;
    expect([key, mistyped, `${key}0`, '', 'galley_'].map(isWellFormed)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('tells when it was last used, to the minute', async () => {
    const { account, ask } = await makeOwner();
    const program = app.as(await app.program(account, [Scope.Read]));
    const lastUsed = async () => (await ask(list)).data.apiKeys.nodes[0].lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await program('{ me { rights } }');
    const first = await lastUsed();
    expect(first).toBe(app.engine.now().toISOString());
    app.clock.advance(30_000);
    await program('{ me { rights } }');
    expect(await lastUsed()).toBe(first);
    app.clock.advance(31_000);
    await program('{ me { rights } }');
    expect(await lastUsed()).toBe(app.engine.now().toISOString());
  });

  it('is worth nothing from when it is revoked, and stays in the list', async () => {
    const { ask } = await makeOwner();
    const { data } = await ask(create, { input: { name: 'old', scopes: ['WRITE'] } });
    const { apiKey, key } = data.createApiKey;
    const { data: first } = await ask(revoke, { input: { id: apiKey.id } });
    app.clock.advance(1_000);
    const { data: again } = await ask(revoke, { input: { id: apiKey.id } });
    expect(again).toEqual(first);
    expect((await ask(list)).data.apiKeys.nodes).toMatchObject([
      { name: 'old', ...first.revokeApiKey.apiKey },
    ]);
    const { errors } = await app.as({ authorization: `Bearer ${key}` })('{ me { rights } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('goes before a cookie: who sends a revoked one is nobody', async () => {
    const { account } = await makeOwner();
    const headers = { ...(await app.person(account)), authorization: 'Bearer galley_unknown' };
    expect((await app.as(headers)('{ me { rights } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('has at least one scope, and none twice', async () => {
    const { ask } = await makeOwner();
    for (const scopes of [[], ['READ', 'READ']]) {
      const { errors } = await ask(create, { input: { name: 'odd', scopes } });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'INVALID_INPUT',
        details: { problems: [{ path: 'scopes' }] },
      });
    }
  });
});
