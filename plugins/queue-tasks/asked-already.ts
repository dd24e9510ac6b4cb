import type { SaveContext } from '#stage';
import { titleKeyOf } from '../../language/title-key.ts';
import { Content } from '../../schema/content.ts';
import { Idea, IdeaStatus } from '../../schema/idea.ts';

interface Sorted {
  readonly fresh: readonly Idea[];
  /** What the site has an article of, or has asked one for. */
  readonly repeated: readonly Idea[];
}

/**
 * Tells ideas that no article of the site answers from those that one does, by what their titles say, whatever the
 * form. This is the last moment at which that is free: titles may have been edited since the ideas were made.
 */
export async function sortedByNews(
  ideas: readonly Idea[],
  { site, in: itemsIn }: Pick<SaveContext<unknown>, 'site' | 'in'>,
): Promise<Sorted> {
  const keyed = ideas.map((idea) => ({ idea, key: titleKeyOf(idea.title, site.language) }));
  const titleKey = { $in: keyed.map(({ key }) => key) };
  const ideasThere = await itemsIn(Idea).find({ titleKey });
  const asked = ideasThere.filter(({ status }) => status !== IdeaStatus.New);
  const written = await itemsIn(Content).find({ titleKey });
  const there = new Set([...asked, ...written].map((item) => item.titleKey));
  const isFirst = (key: string, at: number) =>
    !there.has(key) && keyed.findIndex((other) => other.key === key) === at;
  return {
    fresh: keyed.flatMap(({ idea, key }, at) => (isFirst(key, at) ? [idea] : [])),
    repeated: keyed.flatMap(({ idea, key }, at) => (isFirst(key, at) ? [] : [idea])),
  };
}
