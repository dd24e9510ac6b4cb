import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findBinary } from '../../server/db/embedded/binary.ts';
import { type Embedded, openEmbedded } from '../../server/db/embedded/server.ts';
import { readServerFile, writeServerFile } from '../../server/db/embedded/server-file.ts';

const userProgram = fileURLToPath(new URL('../support/embedded-user.ts', import.meta.url));

describe('The embedded database', () => {
  let dataDir: string;
  let env: NodeJS.ProcessEnv;
  const openHere: Embedded[] = [];
  const clients: MongoClient[] = [];
  const programs: ChildProcess[] = [];

  beforeAll(async () => {
    const { path } = await findBinary({ env: process.env, say: () => {} });
    env = { ...process.env, MONGOMS_SYSTEM_BINARY: path };
  });
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'galley-embedded-'));
  });
  afterEach(async () => {
    for (const program of programs.splice(0)) program.kill('SIGKILL');
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await Promise.all(openHere.splice(0).map((embedded) => embedded.stop()));
    await rm(dataDir, { recursive: true, force: true });
  });

  async function open(say: (line: string) => void = () => {}): Promise<Embedded> {
    const embedded = await openEmbedded({ dataDir, env, say });
    openHere.push(embedded);
    return embedded;
  }

  /** Another process that has the database open. */
  async function openElsewhere(): Promise<{ program: ChildProcess; uri: string; leave(): Promise<unknown> }> {
    const program = fork(userProgram, [dataDir], { env, execArgv: [] });
    programs.push(program);
    const [message] = await once(program, 'message');
    const { uri } = z.object({ uri: z.string() }).parse(message);
    const leave = () => {
      program.send('leave');
      return once(program, 'exit');
    };
    return { program, uri, leave };
  }

  function colours(uri: string) {
    const client = new MongoClient(uri);
    clients.push(client);
    return client.db('test').collection('colours');
  }

  async function mongodPid(uri: string): Promise<number> {
    const client = new MongoClient(uri);
    const status = await client.db('admin').command({ serverStatus: 1 });
    await client.close();
    return z.coerce.number().parse(status.pid);
  }

  async function keeperPid(): Promise<number> {
    const pid = (await readServerFile(dataDir))?.keeper.pid;
    expect(pid).toBeDefined();
    return pid ?? process.pid;
  }

  const portOf = (uri: string) => Number(new URL(uri).port);

  /** Resolves when the server that listens there now has closed its connections. */
  async function gone(uri: string): Promise<{ readonly closed: Promise<unknown> }> {
    const socket = connect({ port: portOf(uri), host: '127.0.0.1' });
    await once(socket, 'connect');
    socket.on('error', () => {});
    return { closed: new Promise((resolve) => socket.once('close', resolve)) };
  }

  it('is a replica set on the loopback that keeps its data and its port from one start to the next', async () => {
    const first = await open();
    await colours(first.uri).insertOne({ name: 'red' });
    await first.stop();
    const second = await open();
    expect(second.uri).toBe(first.uri);
    expect(second.uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?replicaSet=galley$/);
    expect(await colours(second.uri).distinct('name')).toEqual(['red']);
  });

  it('is one server for three processes that start at once, until the last one leaves', async () => {
    const [first, second, third] = await Promise.all([openElsewhere(), openElsewhere(), openElsewhere()]);
    const pids = await Promise.all([first, second, third].map(({ uri }) => mongodPid(uri)));
    expect(new Set(pids).size).toBe(1);
    await colours(first.uri).insertOne({ name: 'red' });
    await Promise.all([first.leave(), second.leave()]);
    expect(await colours(third.uri).countDocuments()).toBe(1);
    const server = await gone(third.uri);
    await third.leave();
    await server.closed;
  });

  it('ends by itself when its only user is killed, and opens again with all that was committed', async () => {
    const user = await openElsewhere();
    await colours(user.uri).insertOne({ name: 'red' });
    const server = await gone(user.uri);
    user.program.kill('SIGKILL');
    await server.closed;
    const again = await open();
    expect(await colours(again.uri).distinct('name')).toEqual(['red']);
  });

  it('comes back for those who use it when its mongod is killed', async () => {
    const { uri } = await open();
    await colours(uri).insertOne({ name: 'red' });
    const server = await gone(uri);
    process.kill(await mongodPid(uri), 'SIGKILL');
    await server.closed;
    await colours(uri).insertOne({ name: 'blue' });
    expect(await colours(uri).distinct('name')).toEqual(['blue', 'red']);
  });

  it('comes back for those who use it when its keeper is killed', async () => {
    const said: string[] = [];
    const { uri } = await open((line) => said.push(line));
    await colours(uri).insertOne({ name: 'red' });
    const server = await gone(uri);
    process.kill(await keeperPid(), 'SIGKILL');
    await server.closed;
    await colours(uri).insertOne({ name: 'blue' });
    expect(await colours(uri).distinct('name')).toEqual(['blue', 'red']);
    expect(said).toContain('The embedded MongoDB has ended unexpectedly: starting it again.');
  });

  it('opens again with its data after user, keeper and mongod were all killed', async () => {
    const user = await openElsewhere();
    await colours(user.uri).insertOne({ name: 'red' });
    const pids = [await mongodPid(user.uri), await keeperPid()];
    const server = await gone(user.uri);
    user.program.kill('SIGSTOP');
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    user.program.kill('SIGKILL');
    await server.closed;
    const again = await open();
    expect(await colours(again.uri).distinct('name')).toEqual(['red']);
  });

  it('moves to another port, with its data, when a program has taken its own', async () => {
    const first = await open();
    await colours(first.uri).insertOne({ name: 'red' });
    await first.stop();
    const squatter = createServer((socket) => socket.destroy()).listen(portOf(first.uri), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await open();
    squatter.close();
    expect(second.uri).not.toBe(first.uri);
    expect(await colours(second.uri).distinct('name')).toEqual(['red']);
  });

  it('opens though the note beside its data is damaged', async () => {
    await writeFile(join(dataDir, 'server.json'), '{"port": ');
    const { uri } = await open();
    expect(await colours(uri).countDocuments()).toBe(0);
  });

  it('says why when its mongod does not start', async () => {
    const opening = openEmbedded({ dataDir, env: await withMongodThatExits(14), say: () => {} });
    await expect(opening).rejects.toThrow(
      `The embedded MongoDB on ${dataDir} cannot be used: mongod ended with code 14; its log is ${dataDir}/mongod.log.`,
    );
  });

  it('says why when its folder cannot be made', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    const opening = openEmbedded({ dataDir: join(file, 'data'), env, say: () => {} });
    await expect(opening).rejects.toThrow(
      `The embedded MongoDB on ${file}/data cannot be used: ENOTDIR: not a directory, mkdir '${file}/data/db'.`,
    );
  });

  it('names the version that is needed when another one has written the data', async () => {
    await writeServerFile(dataDir, {
      keeper: { pid: 1, port: 1, token: 'gone' },
      port: 1,
      binary: join(dataDir, 'vanished'),
      version: '6.0.5',
    });
    const opening = openEmbedded({ dataDir, env: await withMongodThatExits(62), say: () => {} });
    await expect(opening).rejects.toThrow(
      'its data were written by MongoDB 6.0.5, and MongoDB 7.0.1 cannot open them; name a mongod of that version in MONGOMS_SYSTEM_BINARY.',
    );
  });

  async function withMongodThatExits(code: number): Promise<NodeJS.ProcessEnv> {
    const path = join(dataDir, 'mongod');
    await writeFile(path, `#!/bin/sh\n[ "$1" = --version ] && echo "db version v7.0.1" || exit ${code}\n`);
    await chmod(path, 0o755);
    return { MONGOMS_SYSTEM_BINARY: path };
  }
});
