import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { ApiKey, Scope } from '../../schema/api-key.ts';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { Session } from '../../schema/session.ts';
import { Role, User } from '../../schema/user.ts';
import { revokeApiKey } from '../../server/auth/api-keys.ts';
import { callerOf } from '../../server/auth/caller.ts';
import { KnownPrograms } from '../../server/auth/known-programs.ts';
import { lookOver } from '../../server/auth/look-over.ts';
import { openSession } from '../../server/auth/sessions.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { guardSockets } from '../../server/http/guard-sockets.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { openPlainSocket } from '../support/plain-socket.ts';
import { openSocket } from '../support/socket.ts';

/** Closed by what the database tells: nobody looks for what nobody has ended before all this is over. */
const limits = { lookOverMs: 3_600_000 };
const app = await openTestApi({ api: { limits } });
const { database, now } = app.engine;
/** What another process would be: nothing is shared but the database. */
const other = await app.openAnother({ limits });
afterAll(() => other.close());

const rows = 'subscription ($runId: ObjectID!) { activity(runId: $runId) { seq } }';
const me = '{ me { rights } }';

/** An account with a run, and somebody of it who watches that over a socket of each process. */
async function watched(who: 'person' | 'program') {
  const site = await makeSite(database);
  await makeKeywords(database, site, ['espresso machine']);
  const run = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  const headers = await (who === 'person'
    ? app.person(site.account, Role.Editor)
    : app.program(site.account));
  const sockets = await Promise.all([app.api.url, other.url].map((url) => watching(url, headers, run)));
  return { account: site.account, headers, sockets, asked: () => askEverywhere(headers) };
}

/** What each process answers: what the caller may do, or why nothing. */
async function askEverywhere(headers: Record<string, string>) {
  const answers = [app.api.url, other.url].map((url) => app.as(headers, url)(me));
  return (await Promise.all(answers)).map(
    ({ data, errors }) => errors?.[0]?.extensions.code ?? data.me.rights,
  );
}

const editorRights = ['READ', 'WRITE', 'RUN', 'REVIEW', 'DELETE', 'SELF'];
const nobody = ['UNAUTHENTICATED', 'UNAUTHENTICATED'];

async function watching(url: string, headers: Record<string, string>, run: AutomationRun) {
  const socket = await openSocket(url, headers);
  const { value } = await socket.subscribe(rows, { runId: run._id.toHexString() }).next();
  expect(value?.payload).toMatchObject({ data: { activity: { seq: 1 } } });
  return socket;
}

const codes = (sockets: readonly { closed: Promise<number> }[]) =>
  Promise.all(sockets.map(({ closed }) => closed));

describe('in every process', () => {
  it('a revoked key closes its sockets and stops its requests', async () => {
    const { account, sockets, asked } = await watched('program');
    const owner = app.as(await app.person(account));
    const { data } = await owner('{ apiKeys { nodes { id } } }');
    await owner('mutation ($input: ApiKeyInput!) { revokeApiKey(input: $input) { apiKey { revokedAt } } }', {
      input: { id: data.apiKeys.nodes[0].id },
    });
    // Where it was revoked, at once; elsewhere as soon as the process hears of it.
    expect((await asked())[0]).toBe('UNAUTHENTICATED');
    expect(await codes(sockets)).toEqual([4401, 4401]);
    expect(await asked()).toEqual(nobody);
  });

  it('a session that ends closes its sockets and stops its requests', async () => {
    const { headers, sockets, asked } = await watched('person');
    await app.as(headers)('mutation { signOut { signedOut } }');
    expect(await asked()).toEqual(nobody);
    expect(await codes(sockets)).toEqual([4401, 4401]);
  });

  it('a changed role closes the sockets, for the client to come again, and holds for the next request', async () => {
    const { account, sockets, asked } = await watched('person');
    const owner = app.as(await app.person(account));
    const user = await database.of(User).findOne({ account, role: Role.Editor });
    await owner('mutation ($input: ChangeRoleInput!) { changeUserRole(input: $input) { user { role } } }', {
      input: { id: user?._id.toHexString(), role: 'VIEWER' },
    });
    expect(await asked()).toEqual([
      ['READ', 'SELF'],
      ['READ', 'SELF'],
    ]);
    expect(await codes(sockets)).toEqual([4403, 4403]);
  });

  it('a removed user is signed out, and their sockets are closed', async () => {
    const { account, sockets, asked } = await watched('person');
    const owner = app.as(await app.person(account));
    const user = await database.of(User).findOne({ account, role: Role.Editor });
    await owner('mutation ($input: UserInput!) { removeUser(input: $input) { user { id } } }', {
      input: { id: user?._id.toHexString() },
    });
    expect(await asked()).toEqual(nobody);
    expect(await codes(sockets)).toEqual([4401, 4401]);
    const left = await database.of(Session).find({ account }).toArray();
    expect(left.filter((session) => session.user.equals(user?._id ?? ''))).toEqual([]);
  });

  it('a new password ends the other sessions of its person, and closes their sockets', async () => {
    const { account, sockets, asked } = await watched('person');
    const user = await database.of(User).findOne({ account, role: Role.Editor });
    if (!user) throw new TypeError('no editor was made');
    const own = { cookie: `galley=${(await openSession(database, user, now())).token}` };
    const { errors } = await app.as(own)(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } } }',
      { input: { newPassword: 'three words and a horse' } },
    );
    expect(errors).toBeUndefined();
    expect(await asked()).toEqual(nobody);
    expect(await codes(sockets)).toEqual([4401, 4401]);
    expect(await askEverywhere(own)).toEqual([editorRights, editorRights]);
  });

  it('the sockets of others stay', async () => {
    const stays = await watched('program');
    const { account, sockets } = await watched('program');
    const apiKey = await database.of(ApiKey).findOne({ account });
    if (apiKey) await revokeApiKey(database, apiKey._id, now());
    expect(await codes(sockets)).toEqual([4401, 4401]);
    expect(await Promise.race([...stays.sockets.map(({ closed }) => closed), 'open'])).toBe('open');
    for (const socket of stays.sockets) socket.close();
  });
});

describe('a socket', () => {
  it('is closed at once for who is nobody', async () => {
    const socket = await openSocket(app.api.url);
    expect(socket.isOpen).toBe(false);
    expect(await socket.closed).toBe(4401);
  });

  it('that went before its caller was known is not held, as nothing would tell that it is gone', async () => {
    const { account } = await makeSite(database);
    const headers = await app.person(account);
    const { socket, closed } = await openPlainSocket(app.api.url, { headers });
    socket.terminate();
    await closed;
    const guard = await guardSockets(app.engine, new KnownPrograms(database), limits);
    const request = Object.assign(new IncomingMessage(new Socket()), { headers });
    expect(await guard.admit(socket, request)).toBe(false);
    expect(socket.listenerCount('close')).toBe(0);
    await guard.close();
  });

  it('cannot sign anybody in or out', async () => {
    const { account } = await makeSite(database);
    const socket = await openSocket(app.api.url, await app.person(account));
    const { value } = await socket.subscribe('mutation { signOut { signedOut } }').next();
    expect(value?.payload).toMatchObject([{ extensions: { code: 'WRONG_TRANSPORT' } }]);
    socket.close();
  });
});

describe('looking over who holds sockets', () => {
  it('finds sessions that have reached a limit, whoever else ended, and nobody who may stay', async () => {
    const { account } = await makeSite(database);
    const credentials = async (headers: Promise<Record<string, string>>) => {
      const { cookie, authorization } = await headers;
      return { sessionToken: cookie?.split('=')[1], apiKey: authorization?.split(' ')[1] };
    };
    const callers = await Promise.all(
      [app.person(account), app.program(account, [Scope.Read])].map(async (headers) =>
        callerOf(database, await credentials(headers), now()),
      ),
    );
    expect(await lookOver(database, callers, now())).toEqual([]);
    const inAWeek = new Date(now().getTime() + 7 * 24 * 3_600_000 + 1);
    const [session] = await database.of(Session).find({ account }).toArray();
    expect(await lookOver(database, callers, inAWeek)).toEqual([{ id: session?._id, what: 'ended' }]);
  });
});
