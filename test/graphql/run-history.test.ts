import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { Role } from '../../schema/user.ts';
import { runLogFolder } from '../../server/engine/run-log/folders.ts';
import { writeRunLog } from '../../server/engine/run-log/keeper.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { type Ask, openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { makeToys } from '../support/toy-stages.ts';

const app = await openTestApi({ stages: makeToys().stages });
const { database } = app.engine;

let site: Site;
let run: AutomationRun;
let ask: Ask;

beforeAll(async () => {
  site = await makeSite(database);
  await makeKeywords(database, site, numbered(3));
  const worker = app.startWorker();
  const { _id } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  run = await app.settled(_id);
  await worker.stop();
  ask = app.as(await app.person(site.account, Role.Viewer));
});

describe('the runs of a site', () => {
  const runs = `query ($siteId: ObjectID!, $filter: RunFilter, $first: Int, $after: String, $offset: Int) {
    runs(siteId: $siteId, filter: $filter, first: $first, after: $after, offset: $offset) {
      totalCount nodes { runId status trigger startedAt } pageInfo { hasNextPage endCursor }
    }
  }`;
  const day = (number: number) => new Date(Date.UTC(2025, 5, number));
  let history: Site;
  const list = async (variables: object) => {
    const { data, errors } = await ask(runs, { siteId: history._id.toHexString(), ...variables });
    expect(errors).toBeUndefined();
    return data.runs;
  };
  const names = ({ nodes }: { nodes: { runId: string }[] }) => nodes.map(({ runId }) => runId);

  beforeAll(async () => {
    history = await makeSite(database, { account: site.account });
    const statuses = [RunStatus.Completed, RunStatus.Failed, RunStatus.Completed, RunStatus.Cancelled];
    await database.of(AutomationRun).insertMany(
      statuses.map((status, index) => ({
        ...run,
        _id: new ObjectId(),
        site: history._id,
        runId: `run ${index + 1}`,
        trigger: index % 2 ? RunTrigger.Scheduled : RunTrigger.Manual,
        status,
        startedAt: day(index + 1),
      })),
    );
  });

  it('come latest first, page by page', async () => {
    const first = await list({ first: 3 });
    expect(names(first)).toEqual(['run 4', 'run 3', 'run 2']);
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(names(await list({ first: 3, after: first.pageInfo.endCursor }))).toEqual(['run 1']);
    expect(names(await list({ first: 2, offset: 1 }))).toEqual(['run 3', 'run 2']);
  });

  it.each([
    ['status', { status: ['FAILED', 'CANCELLED'] }, ['run 4', 'run 2']],
    ['trigger', { trigger: 'SCHEDULED' }, ['run 4', 'run 2']],
    ['the time they started', { startedFrom: day(2), startedBefore: day(4) }, ['run 3', 'run 2']],
    ['all of that at once', { status: ['COMPLETED'], trigger: 'MANUAL', startedBefore: day(3) }, ['run 1']],
  ])('are filtered by %s', async (_, filter, expected) => {
    expect(names(await list({ filter }))).toEqual(expected);
  });

  it.each([
    ['no filter', {}],
    ['a status', { status: { $in: [RunStatus.Failed] } }],
    ['a trigger', { trigger: RunTrigger.Manual }],
    ['a time', { startedAt: { $gte: day(1) } }],
  ])('are found in the order of an index with %s', async (_, filter) => {
    const plan = await database
      .of(AutomationRun)
      .find({ site: history._id, ...filter, account: history.account }, { sort: { startedAt: -1, _id: -1 } })
      .explain('executionStats');
    const { nReturned, totalDocsExamined } = plan.executionStats;
    expect(totalDocsExamined).toBe(nReturned);
    expect(JSON.stringify(plan.queryPlanner.winningPlan)).not.toContain('"SORT"');
  });
});

describe('a run by its id', () => {
  it('is told to whom it belongs, and to nobody else', async () => {
    const get = (by: Ask) =>
      by(`query ($id: ObjectID!) { run(id: $id) { runId } }`, { id: run._id.toHexString() });
    expect((await get(ask)).data.run).toEqual({ runId: run.runId });
    const stranger = app.as(await app.person((await makeSite(database)).account));
    expect((await get(stranger)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('the history of a run', () => {
  const activity = `query ($runId: ObjectID!, $first: Int, $after: String) {
    activity(runId: $runId, first: $first, after: $after) {
      totalCount nodes { seq message level } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }`;
  const page = (variables: object) => ask(activity, { runId: run._id.toHexString(), ...variables });

  it('comes page by page in its order, by cursors that are the rows’ own numbers', async () => {
    const { data } = await page({ first: 4 });
    expect(data.activity.nodes.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3, 4]);
    expect(data.activity).toMatchObject({
      totalCount: run.seq,
      pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: '4' },
    });
    const next = await page({ after: '4', first: 100 });
    expect(next.data.activity.nodes).toHaveLength(run.seq - 4);
    expect(next.data.activity.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('is refused after what is no cursor', async () => {
    expect((await page({ after: '-1' })).errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });
});

describe('the log files of a run', () => {
  const runLogs = `query ($runId: ObjectID!, $first: Int, $offset: Int) {
    runLogs(runId: $runId) { name stageNumber totalLines path lines(first: $first, offset: $offset) }
  }`;
  const logs = async (variables: object = {}) =>
    (await ask(runLogs, { runId: run._id.toHexString(), first: 1_000, ...variables })).data.runLogs;
  const onDisk = (name: string) => {
    const folder = { account: `${run.account}`, site: `${run.site}`, runId: run.runId };
    return readFile(join(runLogFolder(app.engine.logFolder, folder), name), 'utf8');
  };
  const get = async (path: string, headers: Record<string, string>) => {
    const response = await fetch(`${app.api.url}${path}`, { headers });
    return { response, text: await response.text() };
  };

  it('are that of the run and one for each stage, as they stand on the disk', async () => {
    const files = await logs();
    expect(files).toMatchObject([
      { name: 'automation_run.log', stageNumber: null },
      { name: 'stage_1.log', stageNumber: 1 },
      { name: 'stage_2.log', stageNumber: 2 },
      { name: 'stage_3.log', stageNumber: 3 },
    ]);
    for (const { name, lines, totalLines } of files) {
      expect(`${lines.join('\n')}\n`).toBe(await onDisk(name));
      expect(lines).toHaveLength(totalLines);
    }
  });

  it('come in pages of lines', async () => {
    const [all] = await logs();
    const [some] = await logs({ first: 3, offset: 2 });
    expect(some.lines).toEqual(all.lines.slice(2, 5));
    const { errors } = await ask(runLogs, { runId: run._id.toHexString(), first: 1_001 });
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('are downloaded one by one, byte for byte, wherever the API says', async () => {
    const headers = await app.program(site.account);
    for (const { name, path } of await logs()) {
      const { response, text } = await get(path, headers);
      expect(text).toBe(await onDisk(name));
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(response.headers.get('content-disposition')).toContain(`${run.runId}-${name}`);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it('are there also where this machine has no files of them', async () => {
    const before = await logs();
    await rm(app.engine.logFolder, { recursive: true });
    expect(await logs()).toEqual(before);
    await writeRunLog(app.engine, run);
  });

  it('are downloaded all in one text, each under its name', async () => {
    const { text } = await get(`/runs/${run._id}/logs`, await app.person(site.account));
    for (const { name } of await logs()) expect(text).toContain(`==> ${name} <==\n${await onDisk(name)}`);
  });

  it.each([
    ['nobody', async () => ({}), '', 401],
    ['another account', async () => app.person((await makeSite(database)).account), '', 404],
    ['those who ask for no file of it', () => app.person(site.account), '/stage_9.log', 404],
    ['those who ask for a file beside it', () => app.person(site.account), '/..%2F.written.json', 404],
  ] as const)('are not sent to %s', async (_, headers, file, status) => {
    const { response, text } = await get(`/runs/${run._id}/logs${file}`, await headers());
    expect(response.status).toBe(status);
    expect(text).not.toContain('Automation started');
  });

  it('are not there for what is no id', async () => {
    const { response } = await get('/runs/latest/logs', await app.person(site.account));
    expect(response.status).toBe(404);
  });
});
