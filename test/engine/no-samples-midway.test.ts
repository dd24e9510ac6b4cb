import type { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import generateImages from '../../plugins/generate-images/index.ts';
import reviewGate from '../../plugins/review-gate/index.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AiProvider } from '../../schema/ai-settings.ts';
import { type AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { Notification, NotificationEvent } from '../../schema/notification.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { ProviderSource, Providers } from '../../server/ai/provider.ts';
import { accountProviders } from '../../server/ai-settings/account-providers.ts';
import { changeAiSettings, removeAiKey } from '../../server/ai-settings/settings.ts';
import { audit } from '../../server/credits/audit.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { masterKeysOf, masterSecrets } from '../../server/secrets/master-keys.ts';
import { createVault } from '../../server/secrets/vault.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { makeDrafts } from '../support/drafts.ts';
import { providersForAll } from '../support/providers-for-all.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { openToyApp } from '../support/toy-app.ts';

const app = await openToyApp();
const painting = await openTestApp({ stages: [generateImages, reviewGate] });
const { engine, toys } = app;
const { database } = engine;
const answers = scriptAi();
const { text, image } = answers.providers;
const real: Providers = {
  text: { ...text, name: 'openai', model: 'gpt-6-sol', isOffline: false },
  image: { ...image, name: 'openai', model: 'gpt-image-2', isOffline: false },
};
const withKey = providersForAll(real);
const withoutKey = providersForAll(offlineProviders);
beforeEach(() => answers.reset());

/** Accounts that have set a key are answered by it, the others by samples. */
const desk = {
  database,
  vault: createVault(async () => masterKeysOf(masterSecrets.parse('6f1b9c0d3e5a7f82'.repeat(2)))),
  make: () => real,
  checkHost: async () => {},
  environment: withoutKey,
  now: engine.now,
};

/** As a process with these providers has it. */
const processWith = (providers: ProviderSource, { engine }: TestApp = app): Engine => ({
  ...engine,
  providers,
});

async function started(providers: ProviderSource, keywords = 2) {
  const scene = await app.site(keywords, { credits: 100 });
  return {
    ...scene,
    run: await startRun(processWith(providers), { site: scene.site._id, trigger: RunTrigger.Manual }),
  };
}

async function worked(run: ObjectId, providers: ProviderSource, on: TestApp = app) {
  const worker = on.startWorker(1, { providers });
  try {
    return await on.settled(run);
  } finally {
    await worker.stop();
  }
}

/** Works with these until the first item of the second stage is done, and gives the run back. */
async function halfDone(run: ObjectId, providers: ProviderSource): Promise<void> {
  const worker = app.startWorker(1, { providers });
  let stopped: Promise<void> | undefined;
  toys.echo.inWork = () => {
    stopped ??= worker.stop();
  };
  await app.settled(run, ({ stages }) => stages.echo?.processed === 1);
  await stopped;
  toys.echo.inWork = () => undefined;
}

const answeredBy = (run: Pick<AutomationRun, '_id'>) =>
  database.of(AiCall).distinct('provider', { run: run._id, status: AiCallStatus.Accepted });
const gone = {
  code: 'AI_NOT_SET_UP',
  message: errors.aiNotSetUp({ provider: 'openai', kind: 'text' }).message,
  stage: 'echo',
};

describe('A run that a real provider answers', () => {
  it('fails where its key is removed midway, instead of going on with samples; set again, resume finishes it', async () => {
    const providers = accountProviders(desk);
    const { site, ...scene } = await app.site(2, { credits: 100 });
    const setKey = () =>
      changeAiSettings(
        desk,
        { account: site.account, name: 'Ada' },
        {
          keys: [{ provider: AiProvider.OpenAi, key: 'key-of-ada' }],
        },
      );
    await setKey();
    const own = processWith(providers);
    const { _id } = await startRun(own, { site: site._id, trigger: RunTrigger.Manual });
    toys.shout.inSave = () => removeAiKey(desk, site.account, AiProvider.OpenAi);
    const failed = await worked(_id, providers);
    expect(failed).toMatchObject({ status: RunStatus.Failed, error: gone, hold: 0 });
    expect(await scene.charges()).toEqual([1_000]);
    expect(await scene.account()).toEqual({ available: 99_000, held: 0, holds: [] });
    expect(await scene.count(Cluster, { status: ClusterStatus.New, failure: null })).toBe(2);
    const told = { run: _id, event: NotificationEvent.RunFailed };
    expect(await database.of(Notification).countDocuments(told)).toBe(1);

    await resumeRun(own, _id, 'Ada');
    expect(await worked(_id, providers)).toMatchObject({ status: RunStatus.Failed, error: gone });
    await setKey();
    await resumeRun(own, _id, 'Ada');
    expect(await worked(_id, providers)).toMatchObject({ status: RunStatus.Completed });
    expect(await answeredBy(failed)).toEqual(['openai']);
    expect((await audit(database)).differences).toEqual([]);
  });

  it('is gone on with by no worker that lacks the key, not even within a stage', async () => {
    const { run, charges } = await started(withKey, 3);
    await halfDone(run._id, withKey);
    expect(await worked(run._id, withoutKey)).toMatchObject({
      status: RunStatus.Failed,
      error: gone,
      stages: { echo: { processed: 1 } },
    });
    await resumeRun(engine, run._id, 'Ada');
    expect(await worked(run._id, withKey)).toMatchObject({ status: RunStatus.Completed });
    expect(await answeredBy(run)).toEqual(['openai']);
    expect(await charges()).toEqual([1_000, 2_000, 2_000, 2_000]);
  });

  it('is begun by no worker that lacks the key, either', async () => {
    const { run, charges } = await started(withKey);
    const error = { ...gone, stage: 'shout' };
    expect(await worked(run._id, withoutKey)).toMatchObject({ status: RunStatus.Failed, error });
    expect(await charges()).toEqual([]);
  });

  it('is known by whoever works on it, where the process that starts it has no key', async () => {
    const { run } = await started(withoutKey);
    await halfDone(run._id, withKey);
    expect(await worked(run._id, withoutKey)).toMatchObject({ status: RunStatus.Failed, error: gone });
  });

  it('starts where the keys cannot be read by the process that starts it: its worker may', async () => {
    const { run } = await started({ of: async () => Promise.reject(errors.masterKeyMissing()) });
    expect(await worked(run._id, withKey)).toMatchObject({ status: RunStatus.Completed });
  });

  it('is told that the address is missing, not a key, where a server of one’s own has answered it', async () => {
    const own = providersForAll({ ...real, text: { ...real.text, name: 'compatible' } });
    const { run } = await started(own);
    const { error } = await worked(run._id, withoutKey);
    expect(error?.message).toMatch(/"compatible".*: its base URL is neither/);
  });

  it('goes on with another real provider', async () => {
    const { run } = await started(withKey);
    await halfDone(run._id, withKey);
    const other = providersForAll({ ...real, text: { ...real.text, name: 'google' } });
    expect(await worked(run._id, other)).toMatchObject({
      status: RunStatus.Completed,
      answeredBy: { text: { provider: 'google' }, image: { provider: 'openai' } },
    });
  });

  it('goes on without its image provider as long as no picture is asked for', async () => {
    const { run } = await started(withKey);
    const noImages = providersForAll({ ...real, image: offlineProviders.image });
    expect(await worked(run._id, noImages)).toMatchObject({ status: RunStatus.Completed });
  });

  it('gets no sample pictures among its own', async () => {
    const { site } = await makeDrafts(painting.engine.database, { drafts: 1, images: 2 });
    const engine = processWith(withKey, painting);
    const { _id } = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
    const noImages = providersForAll({ ...real, image: offlineProviders.image });
    expect(await worked(_id, noImages, painting)).toMatchObject({
      status: RunStatus.Failed,
      error: { code: 'AI_NOT_SET_UP', message: expect.stringMatching(/"openai".*images/) },
    });
    await resumeRun(engine, _id, 'Ada');
    expect(await worked(_id, withKey, painting)).toMatchObject({ status: RunStatus.Completed });
  });
});

describe('A run that samples answer', () => {
  it('goes on with samples, and with a real provider from where a key was set', async () => {
    const { run } = await started(withoutKey);
    await halfDone(run._id, withoutKey);
    expect(await worked(run._id, withKey)).toMatchObject({ status: RunStatus.Completed });
    expect((await answeredBy(run)).sort()).toEqual(['offline', 'openai']);
    const { run: sample } = await started(withoutKey);
    expect(await worked(sample._id, withoutKey)).toMatchObject({ status: RunStatus.Completed });
  });
});
