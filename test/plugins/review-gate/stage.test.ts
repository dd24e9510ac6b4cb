import { beforeEach, expect, it } from 'vitest';
import stage from '../../../plugins/review-gate/index.ts';
import { Content, ContentStatus } from '../../../schema/content.ts';
import { draft } from '../draft.ts';
import { pluginScene } from '../plugin-scene.ts';

const scene = pluginScene();
const ready = () => scene.add(Content, draft({ status: ContentStatus.Review }));

beforeEach(() =>
  scene.inTransaction((context) => context.in(Content).update({}, { $set: { disabled: true } })),
);

it('counts and lists what is ready for review, and leaves it there', async () => {
  const [one, other] = [await ready(), await ready()];
  const summary = await scene.save(stage, undefined, [one, other]);
  expect(summary).toEqual({
    counters: { readyForReview: 2, heldBack: 0 },
    ids: { contentIds: [one._id.toHexString(), other._id.toHexString()], heldBackIds: [] },
    message: 'Automation complete. 2 content pieces ready for review',
    notes: [],
  });
  expect((await scene.all(Content)).at(-1)?.status).toBe(ContentStatus.Review);
});

it('counts all that wait, also those beyond the list', async () => {
  const one = await ready();
  const batch = { key: 'review-gate', index: 1, count: 1, first: 1, total: 2_345, items: [one] };
  const summary = await scene.inTransaction((context) => stage.save(undefined, batch, context));
  expect(summary.counters.readyForReview).toBe(2_345);
  expect(summary.ids?.contentIds).toHaveLength(1);
});

it('counts and names the drafts that failed images hold back', async () => {
  const images = { planned: true, total: 4, pending: 0, failed: 2 };
  const held = await scene.add(Content, draft({ title: 'Stuck', images }));
  const summary = await scene.save(stage, undefined, [await ready()]);
  expect(summary.counters).toEqual({ readyForReview: 1, heldBack: 1 });
  expect(summary.ids?.heldBackIds).toEqual([held._id.toHexString()]);
  expect(summary.notes).toContain("Held back: 'Stuck' has 2 failed of 4 images");
});

it('counts one draft and one image in the singular', async () => {
  const images = { planned: true, total: 1, pending: 0, failed: 1 };
  await scene.add(Content, draft({ title: 'Alone', images }));
  const summary = await scene.save(stage, undefined, [await ready()]);
  expect(summary.message).toBe('Automation complete. 1 content piece ready for review');
  expect(summary.notes).toEqual(["Held back: 'Alone' has 1 failed of 1 image"]);
});
