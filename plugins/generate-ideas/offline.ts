import { clip } from '../../language/clip.ts';
import { type Intent, intentOf } from '../../language/intent.ts';
import { seeded } from '../../language/seeded.ts';
import { terms } from '../../language/terms.ts';
import { titleCase } from '../../language/title-case.ts';
import { ArticleKind } from '../../schema/idea.ts';
import { type IdeaDraft, type IdeasInput, nearness, titleKey } from './idea-draft.ts';
import { titleBookOf } from './titles/title-book.ts';

/** What an article about a phrase could be. */
interface Angle {
  readonly phrase: string;
  readonly intent: Intent;
  /** Phrases that mean the same. */
  readonly variants: readonly string[];
}

/** Longest phrase in a title, in characters; search phrases may have 200. */
const maxPhraseInTitle = 80;
/** Phrases that an idea answers, where the cluster has so many. */
const keywordsPerIdea = 3;

const kinds: Readonly<Record<Intent, ArticleKind>> = {
  guide: ArticleKind.Guide,
  'how-to': ArticleKind.HowTo,
  comparison: ArticleKind.Comparison,
  list: ArticleKind.List,
  review: ArticleKind.Review,
  buy: ArticleKind.Guide,
  question: ArticleKind.Question,
  local: ArticleKind.Local,
};

/** What fits any topic, in the order in which a site would write it. */
const forTopics: readonly Intent[] = ['guide', 'comparison', 'how-to', 'list', 'question', 'review', 'buy'];

/** As many ideas as are wanted, none of them there already: first an angle a phrase, then the topic's own. */
export function offlineIdeas(input: IdeasInput): { ideas: IdeaDraft[] } {
  const { site, count } = input;
  const taken = new Set(input.existing.map((title) => titleKey(title, site.language)));
  const angles = anglesOf(input);
  const ideas: IdeaDraft[] = [];
  // Each round words the angles anew; by the last one they are numbered, which never runs out.
  for (let round = 0; ideas.length < count; round += 1) {
    for (const { phrase, intent, variants } of angles) {
      if (ideas.length === count) break;
      const title = titleOf(phrase, intent, round, site.language);
      const key = titleKey(title, site.language);
      if (taken.has(key)) continue;
      taken.add(key);
      const brief = titleBookOf(site.language).briefs[intent].replaceAll('{phrase}', () => phrase);
      const keywords = keywordsFor([phrase, ...variants], input);
      ideas.push({ title, brief, articleKind: kinds[intent], keywords });
    }
  }
  return { ideas };
}

/** Phrases that differ only in form (machine, machines) are one angle; then the topic from all sides. */
function anglesOf({ site, cluster, keywords }: IdeasInput): Angle[] {
  const { language } = site;
  const angles = new Map<string, Angle & { variants: string[] }>();
  for (const { phrase } of keywords) {
    const intent = intentOf(phrase, language);
    const key = `${intent} ${titleKey(phrase, language)}`;
    const known = angles.get(key);
    if (known) known.variants.push(phrase);
    else angles.set(key, { phrase, intent, variants: [] });
  }
  const topic = titleKey(cluster.name, language);
  const ofTopic = forTopics
    .filter((intent) => !angles.has(`${intent} ${topic}`))
    .map((intent) => ({ phrase: cluster.name, intent, variants: [] }));
  return [...angles.values(), ...ofTopic];
}

function titleOf(phrase: string, intent: Intent, round: number, language: string): string {
  const titles = titleBookOf(language).titles[intent];
  const subject = titleCase(clip(phrase, maxPhraseInTitle), language);
  const inOrder = seeded(phrase).shuffle(titles);
  const title = (inOrder[round % titles.length] ?? '{phrase}').replaceAll('{phrase}', () => subject);
  return round < titles.length ? title : `${title} (${Math.floor(round / titles.length) + 1})`;
}

/** Those of the cluster's phrases that are meant, filled up with the nearest others. */
function keywordsFor(meant: readonly string[], { keywords, site }: IdeasInput): string[] {
  const { language } = site;
  const wanted = new Set(meant.flatMap((phrase) => terms(phrase, language)));
  const own = keywords.map(({ phrase }) => phrase).filter((phrase) => meant.includes(phrase));
  const others = keywords
    .map(({ phrase }) => ({ phrase, near: nearness(wanted, new Set(terms(phrase, language))) }))
    .filter(({ phrase }) => !own.includes(phrase))
    .sort((a, b) => b.near - a.near)
    .slice(0, Math.max(0, keywordsPerIdea - own.length));
  return [...own, ...others.map(({ phrase }) => phrase)];
}
