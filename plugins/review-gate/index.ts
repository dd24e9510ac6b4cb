import { z } from 'zod';
import { defineStage, type StageSettings } from '#stage';
import { counted } from '../../language/counted.ts';
import { Content, ContentStatus } from '../../schema/content.ts';

/** A gate has no batches; every stage has these settings. */
const settings = z.object({ batchSize: z.literal(1).default(1), parallel: z.literal(1).default(1) });

/** Drafts that only failed images keep from review. */
const heldBack = {
  status: ContentStatus.Draft,
  disabled: false,
  'images.planned': true,
  'images.failed': { $gt: 0 },
};
/** As many are listed; all are counted. */
const maxHeldBack = 100;

/** Stage 7: counts and lists the drafts that a person may now review, and those that failed images hold back. */
export default defineStage<Content, undefined, StageSettings>({
  key: 'review-gate',
  title: 'Content → Review',
  kind: 'gate',
  settings,
  item: Content,
  nouns: { one: 'content', many: 'content pieces' },
  waiting: { status: ContentStatus.Review },
  label: (content) => content.title,

  forecast: () => ({ usage: [], produces: {} }),

  // A gate has no slow half; the engine does not call it.
  work: async () => undefined,

  async save(_, { items, total }, context) {
    const contents = context.in(Content);
    const contentIds = items.map(idOf);
    const held = await contents.find(heldBack, { sort: { _id: 1 }, limit: maxHeldBack });
    const heldBackCount = held.length < maxHeldBack ? held.length : await contents.count(heldBack);
    return {
      counters: { readyForReview: total, heldBack: heldBackCount },
      ids: { contentIds, heldBackIds: held.map(idOf) },
      message: `Automation complete. ${counted(total, 'content piece', 'content pieces')} ready for review`,
      notes: held.map(
        ({ title, images }) =>
          `Held back: '${title}' has ${images.failed} failed of ${counted(images.total, 'image', 'images')}`,
      ),
    };
  },
});

function idOf({ _id }: Content): string {
  return _id.toHexString();
}
