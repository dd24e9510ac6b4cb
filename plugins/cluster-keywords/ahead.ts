import type { Batch, WorkContext } from '#stage';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';

/** Enough to show what the site is about, at a price that does not grow with it. */
export const shownAhead = 100;

/**
 * Phrases that wait behind a batch, the next first. Twenty keywords do not tell a topic from a word that they share by
 * chance: who sorts a list reads ahead. To the end of the stage, no further: a batch that was cut off asks again what
 * it asked before, and is served what was paid for, whatever was imported meanwhile.
 */
export async function keywordsAhead(
  { items, upTo }: Pick<Batch<Keyword>, 'items' | 'upTo'>,
  context: Pick<WorkContext<unknown>, 'read'>,
): Promise<string[]> {
  const last = items.at(-1);
  if (last === undefined) return [];
  const next = await context.read(Keyword).find(
    {
      _id: { $gt: last._id, ...(upTo && { $lte: upTo }) },
      status: KeywordStatus.New,
      cluster: null,
      failure: null,
      disabled: false,
    },
    { sort: { _id: 1 }, limit: shownAhead },
  );
  return next.map(({ phrase }) => phrase);
}
