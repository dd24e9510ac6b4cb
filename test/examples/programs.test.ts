import { spawn, spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { delimiter, join, resolve } from 'node:path';
import type { ObjectId } from 'mongodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Scope } from '../../schema/api-key.ts';
import { AutomationRun, RunTrigger } from '../../schema/automation-run.ts';
import { Keyword } from '../../schema/keyword.ts';
import { Site } from '../../schema/site.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount, makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { makeToys } from '../support/toy-stages.ts';
import { type Started, watched } from '../support/watched.ts';

const toys = makeToys();
const app = await openTestApi({ stages: toys.stages });
app.startWorker();
const { engine } = app;
const { database } = engine;

/** Where there is no curl, Node stands in for it. */
const standIn = resolve('test/examples/no-curl');
const hasCurl = spawnSync('curl', ['--version']).status === 0;
const path = hasCurl ? process.env.PATH : `${standIn}${delimiter}${process.env.PATH}`;

/** Starts one of the examples as whoever has a key of these scopes. */
async function start(
  [file, ...args]: readonly [file: string, ...args: string[]],
  { account, scopes, url = app.api.url }: { account: ObjectId; scopes: Scope[]; url?: string },
): Promise<Started> {
  const { authorization = '' } = await app.program(account, scopes);
  const command = file.endsWith('.sh') ? 'sh' : process.execPath;
  const child = spawn(command, [resolve('examples', file), ...args], {
    env: { ...process.env, PATH: path, GALLEY_URL: url, GALLEY_KEY: authorization.replace('Bearer ', '') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watched(child);
}

async function siteWith(keywords: number): Promise<Site> {
  const site = await makeSite(database);
  await makeKeywords(database, site, numbered(keywords));
  return site;
}

/** A server before the API that takes each request along, and loses the first answer. Returns its address. */
function losingTheFirstAnswer(): Promise<string> {
  let isLost = false;
  const server = createServer(async (request, response) => {
    const { authorization = '' } = request.headers;
    const answer = await fetch(`${app.api.url}${request.url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: await new Response(request).text(),
    });
    const text = await answer.text();
    if (isLost) response.end(text);
    else response.destroy();
    isLost = true;
  });
  onTestFinished(() => void server.close());
  return new Promise((listening) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new TypeError('it has a port');
      listening(`http://127.0.0.1:${address.port}`);
    });
  });
}

describe('examples/start-run.mjs', () => {
  it('starts a run once, though the answer is lost, and waits until it has completed', async () => {
    const site = await siteWith(5);
    const url = await losingTheFirstAnswer();
    const program = await start(['start-run.mjs', `${site._id}`], {
      account: site.account,
      scopes: [Scope.Run],
      url,
    });
    const { code, stdout, stderr } = await program.ended;
    expect(stderr).toMatch(/^No answer: .*\. Asking again\.\n$/);
    const runs = await database.of(AutomationRun).find({ site: site._id }).toArray();
    expect(runs).toHaveLength(1);
    expect(stdout).toContain(
      `${runs[0]?.runId} has started. Watch it with: node watch-run.mjs ${runs[0]?._id}`,
    );
    expect(stdout).toMatch(/\nCOMPLETED, 100%, [\d.]+ credits\. .*\n$/);
    expect(code).toBe(0);
  });

  it('says why it is refused', async () => {
    const site = await siteWith(0);
    const program = await start(['start-run.mjs', `${site._id}`], {
      account: site.account,
      scopes: [Scope.Run],
    });
    const { code, stderr } = await program.ended;
    expect(stderr).toMatch(/^Nothing on the site ".*" is waiting for this run's stages\. .*\n$/);
    expect(code).toBe(1);
  });
});

describe('examples/watch-run.mjs', () => {
  it('prints each line of a run once, also when the server is away for a while in between', async () => {
    const site = await siteWith(5);
    const held = Promise.withResolvers<void>();
    toys.shout.inWork = () => held.promise;
    onTestFinished(() => toys.reset());
    const { _id } = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
    const before = await app.openAnother();
    const program = await start(['watch-run.mjs', `${_id}`], {
      account: site.account,
      scopes: [Scope.Read],
      url: before.url,
    });
    await program.seen(/^1 /);
    await before.close();
    held.resolve();
    const { seq } = await app.settled(_id);
    const after = await app.openAnother({ port: Number(new URL(before.url).port) });
    onTestFinished(() => after.close());
    const { code, stdout } = await program.ended;
    const numbers = stdout
      .trim()
      .split('\n')
      .map((line) => Number.parseInt(line, 10));
    expect(numbers).toEqual(Array.from({ length: seq }, (_, nth) => nth + 1));
    expect(code).toBe(0);
  });

  it('goes on behind the line that it is told, and ends with the run', async () => {
    const site = await siteWith(5);
    const { _id } = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
    const { seq } = await app.settled(_id);
    const program = await start(['watch-run.mjs', `${_id}`, `${seq - 1}`], {
      account: site.account,
      scopes: [Scope.Read],
    });
    const { code, stdout } = await program.ended;
    expect(stdout).toMatch(new RegExp(`^${seq} \\d\\d:\\d\\d:\\d\\d SUCCESS .*\n$`));
    expect(code).toBe(0);
  });

  it('says so where there is no such run', async () => {
    const [{ account }, other] = [await siteWith(0), await siteWith(1)];
    const run = await startRun(engine, { site: other._id, trigger: RunTrigger.Manual });
    const program = await start(['watch-run.mjs', `${run._id}`], { account, scopes: [Scope.Read] });
    const { code, stderr } = await program.ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining(`There is no run "${run._id}"`),
    });
  });
});

describe('examples/import-keywords.sh', () => {
  const csv = 'keyword,volume\r\n"5"" pipe, short",20\r\nback\\slash,10\r\ntab\there,5\r\nça va,\r\n';
  const file = join(app.folder, 'Tools & "pipes".csv');

  it('makes a site of a list or takes the one of its name, and imports the same list once', async () => {
    await writeFile(file, csv);
    const { _id: account } = await makeAccount(database);
    const given = { account, scopes: [Scope.Write] };
    const first = await (await start(['import-keywords.sh', file], given)).ended;
    expect(first.stderr).toContain('{"imported":4,"known":0,"duplicate":0,"bad":0}');
    const site = await database.of(Site).findOne({ account });
    expect(first.stdout).toBe(`${site?._id}\n`);
    expect(site?.name).toBe('Tools & "pipes"');
    const keywords = await database.of(Keyword).find({ account }).toArray();
    expect(keywords.map(({ phrase }) => phrase).sort()).toEqual(
      ['5" pipe, short', 'back\\slash', 'tab here', 'ça va'].sort(),
    );
    const again = await (await start(['import-keywords.sh', file], given)).ended;
    expect(again).toEqual(first);
  });

  it('takes another name for the site', async () => {
    await writeFile(file, csv);
    const site = await makeSite(database, { name: 'The "other" site' });
    const given = { account: site.account, scopes: [Scope.Write] };
    const { stdout, stderr } = await (await start(['import-keywords.sh', file, site.name], given)).ended;
    expect({ stdout, stderr }).toEqual({
      stdout: `${site._id}\n`,
      stderr: expect.stringContaining('"imported":4'),
    });
  });

  it.each([
    ['that is not there', null, 'cannot be read. Check its name.'],
    ['that is empty', '', 'is empty.'],
    ['that is not UTF-8', Buffer.from('keyword\ncaf\xe9\n', 'latin1'), 'is not UTF-8 text. Save it as'],
  ])('makes no site for a file %s', async (_, content, sentence) => {
    const list = join(app.folder, 'list.csv');
    await rm(list, { force: true });
    if (content !== null) await writeFile(list, content);
    const { _id: account } = await makeAccount(database);
    const program = await start(['import-keywords.sh', list], { account, scopes: [Scope.Write] });
    const { code, stdout, stderr } = await program.ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`The file ${list} ${sentence}`);
    expect(await database.of(Site).countDocuments({ account })).toBe(0);
  });

  it('says why it is refused', async () => {
    await writeFile(file, csv);
    const { _id: account } = await makeAccount(database);
    const program = await start(['import-keywords.sh', file], { account, scopes: [Scope.Read] });
    const { code, stderr } = await program.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^This API key may not do that: it lacks the right "write"\. [^\\{]*\n$/);
  });
});
