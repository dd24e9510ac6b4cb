import type { BatchAi, LikenessCall } from '#stage';
import type { IdeaDraft } from './idea-draft.ts';

/** Whether titles say the same in other words. */
const sameTopicCall: LikenessCall = { purpose: 'same-topic', promptVersion: '1' };

/** An idea that says what another says. */
export interface Repeat {
  readonly title: string;
  /** The title of the other. */
  readonly of: string;
}

/**
 * The ideas, but for those that say by their meaning what the site has already, or what an idea before them says. Where
 * the AI cannot tell, none is left out: words are compared when they are saved.
 */
export async function withoutRepeats(
  ideas: readonly IdeaDraft[],
  existing: readonly string[],
  ai: Pick<BatchAi, 'alike'>,
  position: number,
): Promise<{ told: IdeaDraft[]; repeats: Repeat[] }> {
  const texts = ideas.map(({ title }) => title);
  const found = await ai.alike(sameTopicCall, { texts, others: existing }, position);
  const isRepeat = (at: number) => found?.[at]?.isSame === true;
  return {
    told: ideas.filter((_, at) => !isRepeat(at)),
    repeats: ideas.flatMap(({ title }, at) =>
      isRepeat(at) ? [{ title, of: found?.[at]?.nearest ?? '' }] : [],
    ),
  };
}
