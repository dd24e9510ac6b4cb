import { nearness } from '../../language/nearness.ts';
import { terms } from '../../language/terms.ts';
import { ArticleKind } from '../../schema/idea.ts';
import { normalisePhrase } from '../../schema/phrase.ts';
import type { SiteFacts } from '../../schema/site-facts.ts';

/** What a call for ideas is told. Plain JSON. */
export interface IdeasInput {
  readonly site: SiteFacts;
  readonly cluster: { readonly name: string; readonly description: string | null };
  /** The cluster's phrases, the most searched first; at most 100. */
  readonly keywords: readonly {
    readonly phrase: string;
    readonly volume: number | null;
    /** As the keyword list had it, such as `commercial`; absent where it had none. */
    readonly intent?: string;
  }[];
  /** Ideas wanted. */
  readonly count: number;
  /** The nearest titles that the site has already, at most 50. */
  readonly existing: readonly string[];
}

/** Phrases that an idea may well answer, however few the cluster has. */
const leastShare = 3;

export interface IdeaDraft {
  title: string;
  brief: string;
  articleKind: ArticleKind;
  /** The main phrase first. */
  keywords: string[];
}

/**
 * Ideas whose keywords are the cluster's own: invented phrases are dropped, and each phrase that no idea answers is
 * given to the nearest one that has no more than its share yet, so that all of them are covered and no article has to
 * answer them all.
 */
export function withOwnKeywords(ideas: readonly IdeaDraft[], input: IdeasInput): IdeaDraft[] {
  const { language } = input.site;
  const own = new Map(input.keywords.map(({ phrase }) => [normalisePhrase(phrase), phrase]));
  const drafts = ideas.map((idea) => ({
    ...idea,
    keywords: [...new Set(idea.keywords.flatMap((phrase) => own.get(normalisePhrase(phrase)) ?? []))],
  }));
  const answered = new Set(drafts.flatMap(({ keywords }) => keywords));
  const titles = drafts.map(({ title }) => new Set(terms(title, language)));
  for (const phrase of own.values()) {
    if (answered.has(phrase)) continue;
    const wanted = new Set(terms(phrase, language));
    const rank = (index: number) => nearness(wanted, titles[index] ?? new Set());
    const [nearest] = drafts
      .keys()
      .toArray()
      .filter((index) => hasRoom(drafts, index, own.size))
      .sort((a, b) => rank(b) - rank(a));
    if (nearest !== undefined) drafts[nearest]?.keywords.push(phrase);
  }
  // An idea of none of the phrases still needs one to write for: the most searched.
  const [main] = own.values();
  return drafts.map((idea) =>
    idea.keywords.length === 0 && main !== undefined ? { ...idea, keywords: [main] } : idea,
  );
}

/** Whether an idea has fewer phrases than an even share of all, or, where none has, as few as any. */
function hasRoom(drafts: readonly IdeaDraft[], index: number, phrases: number): boolean {
  const counts = drafts.map(({ keywords }) => keywords.length);
  const share = Math.max(leastShare, Math.ceil(phrases / drafts.length), Math.min(...counts) + 1);
  return (counts[index] ?? 0) < share;
}
