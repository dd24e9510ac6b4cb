import type { SaveContext } from '#stage';
import { titleKeyOf } from '../../language/title-key.ts';
import { Content } from '../../schema/content.ts';
import { Idea } from '../../schema/idea.ts';
import type { IdeaDraft } from './idea-draft.ts';

/** An idea that may be stored. */
interface KeyedDraft extends IdeaDraft {
  readonly titleKey: string;
}

/**
 * Which ideas say what no idea and no article of the site says, whatever the form of their titles. Work was shown the
 * nearest titles only, and another batch may have made the same idea meanwhile.
 */
export async function newToSite(
  ideas: readonly IdeaDraft[],
  context: Pick<SaveContext<unknown>, 'site' | 'in'>,
): Promise<{ added: KeyedDraft[]; leftOut: KeyedDraft[] }> {
  const keyed = ideas.map((idea) => ({ ...idea, titleKey: titleKeyOf(idea.title, context.site.language) }));
  const same = { titleKey: { $in: keyed.map(({ titleKey }) => titleKey) } };
  const ideasThere = await context.in(Idea).find(same);
  // An article may have been given another title than its idea, or have lost its idea.
  const articlesThere = await context.in(Content).find(same);
  const there = new Set([...ideasThere, ...articlesThere].map(({ titleKey }) => titleKey));
  const isFirst = ({ titleKey }: KeyedDraft, at: number) =>
    !there.has(titleKey) && keyed.findIndex((other) => other.titleKey === titleKey) === at;
  return { added: keyed.filter(isFirst), leftOut: keyed.filter((idea, at) => !isFirst(idea, at)) };
}
