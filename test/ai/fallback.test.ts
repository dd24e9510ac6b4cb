import { describe, expect, it } from 'vitest';
import generateImages from '../../plugins/generate-images/index.ts';
import reviewGate from '../../plugins/review-gate/index.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { type AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Image } from '../../schema/image.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { type Behaviour, fails, openFaultServer } from '../support/fault-server.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { providersOf } from '../support/provider-tools.ts';
import { openToyApp } from '../support/toy-app.ts';

const server = await openFaultServer();
const chain = (key: string) => {
  const choice = server.choice(key);
  const models = ['the-first', 'the-second'] as const;
  return { ...choice, text: models.map((model) => ({ provider: 'compatible' as const, model })) };
};

/** An app whose chain no other test has seen down. */
async function openChain() {
  return openToyApp({ providers: server.questions.noting(providersOf(chain('sk-chain-0123456789'))) });
}

async function answerers(app: Awaited<ReturnType<typeof openChain>>, run: AutomationRun) {
  const rows = await app.engine.database
    .of(AiCall)
    .find({ run: run._id }, { sort: { _id: 1 } })
    .toArray();
  return rows.map(({ status }) => status);
}

/** A chain of painters of two providers, the first of them Runware. */
async function openPainters() {
  const key = 'sk-paint-0123456789';
  return openTestApp({
    stages: [generateImages, reviewGate],
    parts: {
      providers: providersOf({
        keys: { runware: key, compatible: key },
        baseUrls: { runware: `${server.url}/runware`, compatible: server.url },
        text: [],
        image: [
          { provider: 'runware', model: 'runware:101@1' },
          { provider: 'compatible', model: 'a-painter' },
        ],
      }),
    },
  });
}

/** Models that were asked, in order. */
function asked(): string[] {
  return server.requests.map(({ body }) => JSON.parse(body).model);
}

describe('a chain of models', async () => {
  const app = await openChain();
  const other = await openChain();

  it('goes on with the next when the first is down, and does not ask the first again meanwhile', async () => {
    const { start } = await app.site(['tea', 'coffee']);
    server.behave(fails(503), fails(503), fails(503));
    const run = await app.worked(await start());
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    expect(asked()).toEqual([...Array(3).fill('the-first'), ...Array(asked().length - 3).fill('the-second')]);
    const { Failed, Accepted } = AiCallStatus;
    expect((await answerers(app, run)).slice(0, 4)).toEqual([Failed, Failed, Failed, Accepted]);
  });

  it('never hides a bad key, nor a model that does not exist, behind the next', async () => {
    const { start } = await other.site(['tea']);
    server.behave(fails(401));
    const run = await other.worked(await start());
    expect(run).toMatchObject({ status: RunStatus.Failed, error: { code: 'AI_REJECTED_KEY' } });
    server.behave(fails(404, { code: 'model_not_found' }));
    const { start: startOther } = await other.site(['tea']);
    const second = await other.worked(await startOther());
    expect(second.error?.message).toBe(
      'The AI provider "compatible" has no model "the-first", or none that this key may use. Name another model.',
    );
    expect(asked()).toEqual(['the-first', 'the-first']);
  });
});

describe('a chain of painters', async () => {
  const app = await openPainters();
  const { database } = app.engine;

  /** One picture, with the server behaving so at first: what became of its image, and who was asked. */
  async function painted(...behaviours: Behaviour[]) {
    const site = await makeSite(database);
    await pipelineOf(database, site).image();
    server.behave(...behaviours);
    const run = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    const worker = app.startWorker();
    const { error } = await app.settled(run._id);
    await worker.stop();
    const calls = await database
      .of(AiCall)
      .find({ run: run._id }, { sort: { _id: 1 } })
      .toArray();
    const image = await database.of(Image).findOne({ site: site._id });
    return { error, image, asked: calls.map(({ provider, status }) => [provider, status]) };
  }

  it('never hides a bad key behind the next, and goes on with it when the first is down', async () => {
    const { Failed, Accepted } = AiCallStatus;
    const refused = await painted(fails(401));
    expect(refused).toMatchObject({ error: { code: 'AI_REJECTED_KEY' }, asked: [['runware', Failed]] });
    const { image, asked } = await painted(fails(503), fails(503), fails(503));
    expect(asked).toEqual([...Array(3).fill(['runware', Failed]), ['compatible', Accepted]]);
    expect(image).toMatchObject({ paintedWith: { provider: 'compatible', model: 'a-painter' } });
  });
});
