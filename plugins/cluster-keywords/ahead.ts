import type { WorkContext } from '#stage';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';

/** Enough to show what the site is about, at a price that does not grow with it. */
const shown = 100;

/**
 * Phrases that wait behind a batch, the next first. Twenty keywords do not tell a topic from a word that they share by
 * chance: who sorts a list reads ahead.
 */
export async function keywordsAhead(
  items: readonly Keyword[],
  context: Pick<WorkContext<unknown>, 'read'>,
): Promise<string[]> {
  const last = items.at(-1);
  if (last === undefined) return [];
  const next = await context
    .read(Keyword)
    .find(
      { _id: { $gt: last._id }, status: KeywordStatus.New, cluster: null, failure: null, disabled: false },
      { sort: { _id: 1 }, limit: shown },
    );
  return next.map(({ phrase }) => phrase);
}
