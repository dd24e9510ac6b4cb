import type { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Keyword } from '../../schema/keyword.ts';
import type { Site } from '../../schema/site.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { makeToys } from '../support/toy-stages.ts';

const app = await openTestApi({ stages: makeToys().stages });
const { database } = app.engine;

const start = `mutation ($input: StartRunInput!) { startRun(input: $input) { run { id runId stages { key } } } }`;
const runStage = `mutation ($input: RunStageInput!) {
  runStage(input: $input) { run { id itemIds stages { key } } }
}`;
const retry = `mutation ($input: RetryFailedInput!) {
  retryFailed(input: $input) { outcome run { id stages { key } } }
}`;
const estimateRun = `query ($siteId: ObjectID!, $stages: StageRangeInput) {
  estimateRun(siteId: $siteId, stages: $stages) {
    needed available credits { expected low high } time { seconds lowSeconds highSeconds } ai { usd { expected } }
    stages { key number title kind waiting items { expected low high } credits { expected } time { seconds } ai { calls { expected } } }
  }
}`;

let keys = 0;
const newKey = () => {
  keys += 1;
  return `key ${keys}`;
};

async function scene(phrases: number, fields: Parameters<typeof makeSite>[1] = {}) {
  const site = await makeSite(database, fields);
  const keywords = await makeKeywords(database, site, numbered(phrases));
  const ask = app.as(await app.person(site.account));
  const siteId = site._id.toHexString();
  const input = (more: object = {}) => ({ input: { siteId, idempotencyKey: newKey(), ...more } });
  return { site, siteId, keywords, ask, input };
}

const fail = (ids: readonly ObjectId[], stage: string) =>
  database.of(Keyword).updateMany(
    { _id: { $in: [...ids] } },
    {
      $set: {
        failure: { stage, code: 'X', message: 'It is.', at: new Date(), run: ids[0] as ObjectId },
      },
    },
  );
const end = (site: Site) =>
  database.of(AutomationRun).updateOne({ site: site._id, active: true }, { $set: { active: false } });

describe('starting a run', () => {
  it('goes through the stages named', async () => {
    const { ask, input } = await scene(3);
    const { data } = await ask(start, input({ stages: { from: 'shout', to: 'echo' } }));
    expect(data.startRun.run.stages).toEqual([{ key: 'shout' }, { key: 'echo' }]);
  });

  it('is refused while another run holds the site, in the plan’s words and with what leads there', async () => {
    const { ask, input } = await scene(3, { timeZone: 'Europe/Berlin' });
    const { id, runId } = (await ask(start, input())).data.startRun.run;
    const { errors } = await ask(start, input());
    expect(errors).toMatchObject([
      {
        message: 'Automation already in progress. Started at 03:05 PM, currently on Stage 1.',
        extensions: {
          code: 'RUN_ALREADY_ACTIVE',
          details: { id, runId, startedAt: '2025-12-03T14:05:23.000Z', stage: 1 },
        },
      },
    ]);
  });

  it('is refused without the credits it would need, which are told as credits', async () => {
    const { ask, input } = await scene(5, { credits: 4 });
    const { errors } = await ask(start, input());
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'INSUFFICIENT_CREDITS',
          details: { estimate: 11, needed: 13.2, available: 4 },
        },
      },
    ]);
  });

  it.each([
    ['nothing waits', 0, {}, 'NOTHING_TO_DO'],
    ['a stage is unknown', 1, { stages: { from: 'whisper' } }, 'UNKNOWN_STAGE'],
    ['its stages are the wrong way round', 1, { stages: { from: 'echo', to: 'shout' } }, 'STAGE_RANGE'],
    ['its key is empty', 1, { idempotencyKey: '' }, 'INVALID_INPUT'],
    ['a key of a stage is endless', 1, { stages: { from: 'x'.repeat(101) } }, 'INVALID_INPUT'],
  ])('is refused where %s', async (_, phrases, more, code) => {
    const { ask, input } = await scene(phrases);
    expect((await ask(start, input(more))).errors).toMatchObject([{ extensions: { code } }]);
  });
});

describe('running one stage over chosen items', () => {
  it('starts a run of that stage over those items', async () => {
    const { ask, input, keywords } = await scene(5);
    const ids = keywords.slice(1, 3).map(({ _id }) => _id.toHexString());
    const { data, errors } = await ask(runStage, input({ stage: 'shout', ids }));
    expect(errors).toBeUndefined();
    expect(data.runStage.run).toMatchObject({ itemIds: ids, stages: [{ key: 'shout' }] });
  });

  it('is the same run when it is asked for twice', async () => {
    const { ask, input, keywords } = await scene(2);
    const variables = input({ stage: 'shout', ids: [keywords[0]?._id.toHexString()] });
    const first = await ask(runStage, variables);
    expect((await ask(runStage, variables)).data).toEqual(first.data);
  });

  it('is refused for items of another site or account, as if there were none', async () => {
    const { ask, input, site, keywords } = await scene(1);
    const others = [await scene(1, { account: site.account }), await scene(1)];
    for (const other of others) {
      const ids = [...keywords, ...other.keywords].map(({ _id }) => _id.toHexString());
      const { errors } = await ask(runStage, input({ stage: 'shout', ids }));
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', details: { id: ids[1] } } }]);
    }
  });

  it('is refused where none of them waits, and where none or too many are named', async () => {
    const { ask, input, keywords } = await scene(1);
    const id = keywords[0]?._id.toHexString();
    await fail(
      keywords.map(({ _id }) => _id),
      'shout',
    );
    const code = async (ids: unknown[]) =>
      (await ask(runStage, input({ stage: 'shout', ids }))).errors?.[0]?.extensions.code;
    expect(await code([id])).toBe('ITEMS_NOT_WAITING');
    expect(await code([])).toBe('INVALID_INPUT');
    expect(await code(Array.from({ length: 1_001 }, () => id))).toBe('INVALID_INPUT');
  });
});

describe('trying failed items again', () => {
  it('starts a run from their stage on while the site is idle, over those named', async () => {
    const { ask, input, site, keywords } = await scene(3);
    await fail(
      keywords.map(({ _id }) => _id),
      'shout',
    );
    const ids = [keywords[1]?._id.toHexString()];
    const { data, errors } = await ask(retry, input({ stage: 'shout', ids }));
    expect(errors).toBeUndefined();
    expect(data.retryFailed).toMatchObject({ outcome: 'STARTED', run: { stages: { length: 3 } } });
    expect(await database.of(Keyword).countDocuments({ site: site._id, failure: null })).toBe(1);
  });

  it('joins the active run where it is still to come to the stage', async () => {
    const { ask, input, keywords } = await scene(3);
    await fail(
      keywords.slice(1).map(({ _id }) => _id),
      'shout',
    );
    const { id } = (await ask(start, input())).data.startRun.run;
    const { data } = await ask(retry, input({ stage: 'shout' }));
    expect(data.retryFailed).toMatchObject({ outcome: 'JOINED', run: { id } });
  });

  it('is answered as the first time when the key comes again, though that run has ended', async () => {
    const { ask, input, site, keywords } = await scene(2);
    await fail(
      keywords.map(({ _id }) => _id),
      'shout',
    );
    const variables = input({ stage: 'shout' });
    const first = await ask(retry, variables);
    await end(site);
    expect((await ask(retry, variables)).data).toEqual(first.data);
    expect(await database.of(AutomationRun).countDocuments({ site: site._id })).toBe(1);
  });

  it('is refused for items of another account', async () => {
    const [{ ask, input }, other] = [await scene(1), await scene(1)];
    const ids = [other.keywords[0]?._id.toHexString()];
    const { errors } = await ask(retry, input({ stage: 'shout', ids }));
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('an estimate', () => {
  it('tells credits and time stage by stage, what waits in later stages included', async () => {
    const { ask, siteId } = await scene(10);
    const { data, errors } = await ask(estimateRun, { siteId });
    expect(errors).toBeUndefined();
    expect(data.estimateRun).toMatchObject({
      credits: { expected: 22, low: 22, high: 22 },
      needed: 26.4,
      available: 1_500,
      ai: { usd: { expected: 0 } },
      stages: [
        {
          key: 'shout',
          ai: null,
          number: 1,
          kind: 'AI',
          waiting: 10,
          items: { expected: 10 },
          credits: { expected: 2 },
        },
        { key: 'echo', waiting: 0, items: { expected: 10 }, credits: { expected: 20 } },
        { key: 'listen', kind: 'GATE', items: { expected: 0 }, ai: { calls: { expected: 0 } } },
      ],
    });
  });

  it('is of the stages named, and knows what stages there are', async () => {
    const { ask, siteId } = await scene(10);
    const { data } = await ask(estimateRun, { siteId, stages: { to: 'shout' } });
    expect(data.estimateRun).toMatchObject({ stages: [{ key: 'shout' }], credits: { expected: 2 } });
    const { errors } = await ask(estimateRun, { siteId, stages: { to: 'whisper' } });
    expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_STAGE' } }]);
  });

  it('takes its time from the site’s own finished runs', async () => {
    const { ask, siteId, site, input } = await scene(10);
    await ask(start, input());
    const seconds = { 'stages.shout': 100, 'stages.echo': 1_000 };
    const finished = Object.entries(seconds).flatMap(([stage, took]) => [
      [`${stage}.status`, 'completed'],
      [`${stage}.processed`, 10],
      [`${stage}.startedAt`, new Date(0)],
      [`${stage}.endedAt`, new Date(took * 1_000)],
    ]);
    const set = { ...Object.fromEntries(finished), status: 'completed', active: false };
    await database.of(AutomationRun).updateOne({ site: site._id }, { $set: set });
    const { data } = await ask(estimateRun, { siteId });
    expect(data.estimateRun.stages).toMatchObject([
      { time: { seconds: 100 } },
      { time: { seconds: 1_000 } },
      { time: { seconds: 0 } },
    ]);
    const { seconds: expected, lowSeconds, highSeconds } = data.estimateRun.time;
    expect([lowSeconds, expected, highSeconds]).toEqual([733, 1_100, 1_650]);
  });

  it('is unsure of its time where nothing was measured', async () => {
    const { ask, siteId } = await scene(10);
    const { time } = (await ask(estimateRun, { siteId })).data.estimateRun;
    expect(time.lowSeconds).toBeLessThanOrEqual(time.seconds);
    expect(time.highSeconds).toBeGreaterThan(time.seconds);
  });
});
