import { describe, expect, it } from 'vitest';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { openSocket } from '../support/socket.ts';

const app = await openTestApi();
const { _id: account } = await makeAccount(app.engine.database);

describe('a variable that does not fit', () => {
  it.each([
    ['is missing', {}],
    ['lacks a field', { input: {} }],
    ['is no id', { input: { id: 'coffee' } }],
    ['is of another type', { input: { id: '6930446c9c0971394be92a81', name: 4 } }],
  ])('is told to whoever sent it: one that %s', async (_, variables) => {
    const ask = app.as(await app.program(account));
    const { errors } = await ask(
      'mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { id } } }',
      variables,
    );
    expect(errors?.[0]?.message).toContain('Variable "$input"');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is told over a socket, too', async () => {
    const socket = await openSocket(app.api.url, await app.program(account));
    const query = 'subscription ($siteId: ObjectID!) { runChanged(siteId: $siteId) { id } }';
    const { value } = await socket.subscribe(query, { siteId: 'coffee' }).next();
    expect(JSON.stringify(value?.payload)).toContain('got invalid value');
    socket.close();
  });
});
