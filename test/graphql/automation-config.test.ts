import { describe, expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Role } from '../../schema/user.ts';
import { type Answer, openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

const app = await openTestApi();
const { database } = app.engine;

const config = `maxFailedItems pausedDays stages { stage settings changed }`;
const read = `query ($siteId: ObjectID!) { automationConfig(siteId: $siteId) { siteId ${config} } }`;
const update = `mutation ($input: UpdateAutomationConfigInput!) {
  updateAutomationConfig(input: $input) { config { ${config} } }
}`;

async function scene() {
  const site = await makeSite(database);
  const siteId = site._id.toHexString();
  const ask = app.as(await app.person(site.account));
  const look = async () => (await ask(read, { siteId })).data.automationConfig;
  const change = (input: object) => ask(update, { input: { siteId, ...input } });
  const of = async (stage: string) =>
    (await look()).stages.find((one: { stage: string }) => one.stage === stage);
  return { site, siteId, ask, look, change, of };
}

/** `stage.path` of each problem that the answer tells. */
function problemsIn({ errors }: Answer): string[] {
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_SETTINGS' } }]);
  const details = errors?.[0]?.extensions.details as
    | { problems: { stage: string; path: string }[] }
    | undefined;
  return (details?.problems ?? []).map(({ stage, path }) => `${stage}.${path}`);
}

describe('the stages of the pipeline', () => {
  it('tell their settings as JSON Schema, with the plan’s batch sizes as defaults and their bounds', async () => {
    const { ask } = await scene();
    const { data, errors } = await ask(
      `{ stages { key number title kind itemNoun itemsNoun settingsSchema } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.stages).toMatchObject([
      { key: 'cluster-keywords', number: 1, kind: 'AI', itemNoun: 'keyword', itemsNoun: 'keywords' },
      { key: 'generate-ideas', number: 2 },
      { key: 'queue-tasks', number: 3, kind: 'LOCAL' },
      { key: 'generate-content', number: 4 },
      { key: 'generate-image-prompts', number: 5 },
      { key: 'generate-images', number: 6 },
      { key: 'review-gate', number: 7, kind: 'GATE' },
    ]);
    const sizes = data.stages.map(
      (stage: { settingsSchema: { properties: Record<string, object> } }) =>
        stage.settingsSchema.properties.batchSize,
    );
    expect(sizes.slice(0, 6)).toMatchObject([
      { type: 'integer', default: 20, minimum: 1, maximum: 20 },
      { default: 1, maximum: 5 },
      { default: 20 },
      { default: 1 },
      { default: 1 },
      { default: 1 },
    ]);
  });
});

describe('how a site’s runs are done', () => {
  it('is told with all defaults where nobody has said anything, and nothing is stored for that', async () => {
    const { site, siteId, look } = await scene();
    expect(await look()).toMatchObject({
      siteId,
      maxFailedItems: null,
      pausedDays: 7,
      stages: { length: 7, 0: { settings: { batchSize: 20, parallel: 1 }, changed: [] } },
    });
    expect(await database.of(AutomationConfig).countDocuments({ site: site._id })).toBe(0);
  });

  it('changes what is named and leaves the rest', async () => {
    const { change, look, of } = await scene();
    await change({ stages: [{ stage: 'cluster-keywords', settings: { batchSize: 10 } }], pausedDays: 3 });
    await change({ stages: [{ stage: 'cluster-keywords', settings: { parallel: 2 } }], maxFailedItems: 9 });
    expect(await of('cluster-keywords')).toEqual({
      stage: 'cluster-keywords',
      settings: { batchSize: 10, parallel: 2 },
      changed: ['batchSize', 'parallel'],
    });
    expect(await look()).toMatchObject({ pausedDays: 3, maxFailedItems: 9 });
  });

  it('takes what is said of a stage in several places together, and null for nothing said', async () => {
    const { change, of } = await scene();
    const stage = 'cluster-keywords';
    const stages = [
      { stage, settings: { batchSize: 10 } },
      { stage, settings: { parallel: 2 } },
    ];
    await change({ stages, pausedDays: null });
    expect((await change({ stages: null })).errors).toBeUndefined();
    expect(await of(stage)).toMatchObject({ settings: { batchSize: 10, parallel: 2 } });
  });

  it('goes back to the default with null', async () => {
    const { change, look, of } = await scene();
    const stage = 'cluster-keywords';
    await change({ stages: [{ stage, settings: { batchSize: 10 } }], maxFailedItems: 9 });
    const { errors } = await change({
      stages: [{ stage, settings: { batchSize: null } }],
      maxFailedItems: null,
    });
    expect(errors).toBeUndefined();
    expect(await of(stage)).toMatchObject({ settings: { batchSize: 20 }, changed: [] });
    expect(await look()).toMatchObject({ maxFailedItems: null });
  });

  it('keeps both changes that are made at once', async () => {
    const { change, of } = await scene();
    const answers = await Promise.all([
      change({ stages: [{ stage: 'generate-ideas', settings: { parallel: 2 } }] }),
      change({ stages: [{ stage: 'generate-ideas', settings: { batchSize: 3 } }] }),
    ]);
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined]);
    expect((await of('generate-ideas')).settings).toMatchObject({ parallel: 2, batchSize: 3 });
  });

  it('is refused beyond the bounds, each field of each stage by its path, and nothing changes', async () => {
    const { change, look } = await scene();
    const before = await look();
    const answer = await change({
      pausedDays: 3,
      stages: [
        { stage: 'cluster-keywords', settings: { batchSize: 21, parallel: 'many' } },
        { stage: 'generate-ideas', settings: { batchSize: 6 } },
        { stage: 'generate-content', settings: { loudness: 3, parallel: 2 } },
      ],
    });
    expect(problemsIn(answer)).toEqual([
      'cluster-keywords.batchSize',
      'cluster-keywords.parallel',
      'generate-ideas.batchSize',
      'generate-content.loudness',
    ]);
    expect(await look()).toEqual(before);
  });

  it.each([
    ['a stage that there is not', { stages: [{ stage: 'whisper', settings: {} }] }, 'UNKNOWN_STAGE'],
    ['no days at all', { pausedDays: 0 }, 'INVALID_INPUT'],
    ['less than no failed items', { maxFailedItems: -1 }, 'INVALID_INPUT'],
  ])('is refused for %s', async (_, input, code) => {
    const { change } = await scene();
    expect((await change(input)).errors).toMatchObject([{ extensions: { code } }]);
  });

  it('cannot be made to write anywhere else by a strange name', async () => {
    const { change, site } = await scene();
    const settings = { $where: 1, 'batchSize.deep': 1, __proto__: 1 };
    const stages = [{ stage: 'cluster-keywords', settings: JSON.parse(JSON.stringify(settings)) }];
    expect(problemsIn(await change({ stages }))).toEqual([
      'cluster-keywords.$where',
      'cluster-keywords.batchSize.deep',
    ]);
    expect(await database.of(AutomationConfig).countDocuments({ site: site._id })).toBe(0);
  });

  it('holds for the next run, not for the one at work', async () => {
    const { ask, change, site, siteId } = await scene();
    await makeKeywords(database, site, ['espresso machine']);
    const input = { siteId, idempotencyKey: 'first' };
    await ask(`mutation ($input: StartRunInput!) { startRun(input: $input) { run { id } } }`, { input });
    await change({ stages: [{ stage: 'cluster-keywords', settings: { batchSize: 5 } }] });
    const run = await database.of(AutomationRun).findOne({ site: site._id });
    expect(run?.stages['cluster-keywords']?.settings).toMatchObject({ batchSize: 20 });
  });

  it('is read by viewers, changed by editors, and is nobody else’s', async () => {
    const { site, siteId } = await scene();
    const viewer = app.as(await app.person(site.account, Role.Viewer));
    expect((await viewer(read, { siteId })).errors).toBeUndefined();
    const input = { siteId, pausedDays: 3 };
    expect((await viewer(update, { input })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const stranger = app.as(await app.person((await makeSite(database)).account));
    for (const answer of [await stranger(read, { siteId }), await stranger(update, { input })]) {
      expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
  });
});
