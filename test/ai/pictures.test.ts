import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import generateImages from '../../plugins/generate-images/index.ts';
import type { PictureBrief } from '../../plugins/generate-images/picture-brief.ts';
import { rewriteCall } from '../../plugins/generate-images/rewrite.ts';
import reviewGate from '../../plugins/review-gate/index.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import type { ProviderChoice } from '../../server/ai/providers/choice.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { type Behaviour, fails, hangs, openFaultServer, paints, says } from '../support/fault-server.ts';
import { onePixel } from '../support/known-questions.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { hastyProvidersOf } from '../support/provider-tools.ts';

const server = await openFaultServer();
const html = Buffer.from('<!DOCTYPE html><title>Not found</title>');
const { Accepted, Rejected, Failed } = AiCallStatus;

const choices: Record<string, ProviderChoice> = {
  compatible: { ...server.choice(), text: [] },
  runware: {
    keys: { runware: 'rw-0123456789' },
    baseUrls: { runware: `${server.url}/runware` },
    text: [],
    image: [{ provider: 'runware', model: 'runware:101@1' }],
  },
};

describe.each(Object.entries(choices))('pictures of %s', async (name, choice) => {
  const app = await openTestApp({
    stages: [generateImages, reviewGate],
    parts: { providers: hastyProvidersOf(choice, server.nextSilence) },
  });
  const { database } = app.engine;
  beforeAll(() => void app.startWorker());

  /** One picture, with the server behaving so at first: what became of it, and its calls. */
  async function painted(...behaviours: Behaviour[]) {
    const site = await makeSite(database);
    await pipelineOf(database, site).image();
    server.behave(...behaviours);
    const run = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    await app.settled(run._id);
    const image = await database.of(Image).findOne({ site: site._id });
    const calls = await database
      .of(AiCall)
      .find({ run: run._id }, { sort: { _id: 1 } })
      .toArray();
    return { image, calls, codes: calls.map(({ status, faultCode }) => [status, faultCode]) };
  }

  it('are stored as pages need them, and cost what is told of them', async () => {
    const { image, calls } = await painted();
    expect(image).toMatchObject({
      status: ImageStatus.Generated,
      width: 1,
      height: 1,
      mediaType: 'image/webp',
    });
    const stored = await app.engine.media.read(image?.mediaKey ?? '');
    expect(await sharp(stored ?? undefined).metadata()).toMatchObject({ format: 'webp', width: 1 });
    expect(calls).toMatchObject([{ status: Accepted, provider: name }]);
    // Runware tells what a picture costs; what a gateway's cost, nobody knows.
    const price = name === 'runware' ? { costUsd: 0.0013, isPriced: true } : { costUsd: 0, isPriced: false };
    expect(calls).toMatchObject([price]);
  });

  it.each<[string, Behaviour, string]>([
    ['a page of HTML', paints(html), 'NOT_AN_IMAGE'],
    ['cut in half', paints(onePixel.subarray(0, 45)), 'NOT_AN_IMAGE'],
    ['nothing at all', paints(new Uint8Array()), 'EMPTY'],
  ])('are asked for again when what comes is %s', async (_, behaviour, code) => {
    const { image, codes } = await painted(behaviour);
    expect(codes).toEqual([
      [Rejected, code],
      [Accepted, null],
    ]);
    expect(image?.status).toBe(ImageStatus.Generated);
  });

  it('that are no pictures three times over fail their image, and say what came', async () => {
    const { image } = await painted(paints(html), paints(html), paints(html));
    expect(image?.failure?.message).toContain('What came is not an image: a page of HTML came in its place');
  });

  it('are asked for again after an error, and after a silence', async () => {
    const { codes } = await painted(fails(503), hangs);
    expect(codes).toEqual([
      [Failed, 'AI_UNAVAILABLE'],
      [Failed, 'AI_UNAVAILABLE'],
      [Accepted, null],
    ]);
  });

  const refusal =
    name === 'runware'
      ? says(JSON.stringify({ errors: [{ code: 'invalidProviderContent', message: 'Not allowed' }] }))
      : fails(400, {
          code: 'moderation_blocked',
          message: 'Your request was rejected by the safety system.',
        });

  it('that were refused are painted from other words, which their image keeps, with by whom they are', async () => {
    const { image } = await painted(refusal);
    expect(image).toMatchObject({
      status: ImageStatus.Generated,
      prompt: 'A cup',
      madeWith: null,
      paintedWith: { provider: name },
      rewrittenPrompt: (await rewriteCall.offline({ prompt: 'A cup' } as PictureBrief)).prompt,
      rewrittenWith: { provider: 'offline', promptVersion: rewriteCall.promptVersion },
    });
    expect((await painted()).image).toMatchObject({ rewrittenPrompt: null, rewrittenWith: null });
  });

  it('that the provider does not allow in other words either fail their image', async () => {
    const { image, codes } = await painted(refusal, refusal);
    expect(codes).toEqual([
      [Failed, 'AI_REFUSED'],
      [Accepted, null],
      [Failed, 'AI_REFUSED'],
    ]);
    expect(image?.failure?.message).toMatch(/^The AI refused "picture": /);
  });
});
