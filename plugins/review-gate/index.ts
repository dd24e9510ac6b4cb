import { z } from 'zod';
import { defineStage, type StageSettings } from '#stage';
import { Content, ContentStatus } from '../../schema/content.ts';

const settings = z.object({
  batchSize: z.int().min(1).max(1000).default(1000).describe('Ids listed at most'),
  parallel: z.int().min(1).max(1).default(1).describe('Always 1'),
});

/** Drafts that only failed images keep from review. */
const heldBack = { status: ContentStatus.Draft, 'images.planned': true, 'images.failed': { $gt: 0 } };
const maxHeldBack = 100;

/**
 * Stage 7: counts and lists what a person may now review, and lets nothing through. A gate is given one batch:
 * `total` is how many wait, `items` those that are listed.
 */
export default defineStage<Content, null, StageSettings>({
  key: 'review-gate',
  title: 'Content → Review',
  kind: 'gate',
  settings,
  item: Content,
  nouns: { one: 'content', many: 'content pieces' },
  waiting: { status: ContentStatus.Review },
  label: (content) => content.title,

  forecast: () => ({ usage: [], produces: {} }),

  work: async () => null,

  async save(_, { items, total }, context) {
    const contentIds = items.map((content) => content._id.toHexString());
    const held = await context.in(Content).find(heldBack, { sort: { _id: 1 }, limit: maxHeldBack });
    return {
      counters: { readyForReview: total },
      ids: { contentIds },
      message: `Automation complete. ${total} content pieces ready for review`,
      notes: [
        `Content IDs ready: [${contentIds.join(', ')}]`,
        ...held.map(
          ({ title, images }) =>
            `Held back: '${title}' has ${images.failed} failed of ${images.total} images`,
        ),
      ],
    };
  },
});
