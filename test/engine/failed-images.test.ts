import { describe, expect, it } from 'vitest';
import { RunStatus } from '../../schema/automation-run.ts';
import { ContentStatus } from '../../schema/content.ts';
import { audit } from '../../server/credits/audit.ts';
import { retryFailed } from '../../server/engine/retry-failed.ts';
import { errors } from '../../server/errors.ts';
import { type SeenCall } from '../support/scripted-ai.ts';
import { rowsOf } from '../support/toy-app.ts';
import { ai, app, applyOutside, database, makeDrafts, pixel, start, worked } from './image-scene.ts';

describe('a draft with a failed image', () => {
  const refuseSecond = ({ input }: SeenCall) => {
    if (JSON.stringify(input).includes('Prompt 1'))
      throw errors.aiRefused({ purpose: 'picture', reason: 'no' });
    return pixel;
  };

  it('is held back from review, counted and listed by the gate', async () => {
    const { site, content, stored } = await makeDrafts({ drafts: 1, images: 3 });
    ai.paint = refuseSecond;
    const run = await worked(await start(site));
    expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 4_000 });
    expect(await stored()).toMatchObject({
      status: ContentStatus.Draft,
      images: { total: 3, pending: 0, failed: 1 },
    });
    expect(run.stages['review-gate']).toMatchObject({
      counters: { readyForReview: 0, heldBack: 1 },
      ids: { contentIds: [], heldBackIds: [content._id.toHexString()] },
    });
    const messages = (await rowsOf(app.engine, run)).map(({ message }) => message);
    expect(messages).toContain("Warning: Held back: 'Draft 1' has 1 failed of 3 images");
  });

  it('comes to review when the image is retried and succeeds', async () => {
    const { site, stored } = await makeDrafts({ drafts: 1, images: 3 });
    ai.paint = refuseSecond;
    await worked(await start(site));
    ai.paint = () => pixel;
    const { run } = await retryFailed(app.engine, { site: site._id, stage: 'generate-images' });
    expect((await stored())?.images).toMatchObject({ pending: 1, failed: 0 });
    const done = await worked(run);
    expect(done.stages['review-gate']?.counters).toEqual({ readyForReview: 1, heldBack: 0 });
    expect(await stored()).toMatchObject({
      status: ContentStatus.Review,
      images: { total: 3, pending: 0, failed: 0 },
    });
    expect((await audit(database)).differences).toEqual([]);
  });

  it('is held back anew when the retried image fails again', async () => {
    const { site, stored } = await makeDrafts({ drafts: 1, images: 2 });
    ai.paint = refuseSecond;
    await worked(await start(site));
    const { run } = await retryFailed(app.engine, { site: site._id, stage: 'generate-images' });
    await worked(run);
    expect(await stored()).toMatchObject({
      status: ContentStatus.Draft,
      images: { total: 2, pending: 0, failed: 1 },
    });
  });

  it('comes to review when a person drops the image', async () => {
    const { site, content, stored } = await makeDrafts({ drafts: 1, images: 2 });
    ai.paint = refuseSecond;
    await worked(await start(site));
    await applyOutside(content, { total: -1, failed: -1 }, [1]);
    expect(await stored()).toMatchObject({ status: ContentStatus.Review, images: { total: 1, failed: 0 } });
  });
});
