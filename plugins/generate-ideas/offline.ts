import { type Intent, intentOf } from '../../language/intent.ts';
import { nearness } from '../../language/nearness.ts';
import { seeded } from '../../language/seeded.ts';
import { terms } from '../../language/terms.ts';
import { titleCase } from '../../language/title-case.ts';
import { titleKeyOf } from '../../language/title-key.ts';
import { ArticleKind } from '../../schema/idea.ts';
import type { IdeaDraft, IdeasInput } from './idea-draft.ts';
import { shortSubject } from './short-subject.ts';
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
/** How near a phrase must be for the same article to answer it (0–1): half of their terms, or nearly so. */
const nearEnough = 0.3;

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

/** Rounds after which every wording of a phrase has been tried. */
const numberedFrom = 6;

/** What fits any topic, in the order in which a site would write it. */
const forTopics: readonly Intent[] = ['guide', 'comparison', 'how-to', 'list', 'question', 'review', 'buy'];
/** What fits a topic that is all about places. */
const forPlaces: readonly Intent[] = ['local', 'question', 'list', 'guide'];

/** As many ideas as are wanted, none of them there already: first an angle a phrase, then the topic's own. */
export function offlineIdeas(input: IdeasInput): { ideas: IdeaDraft[] } {
  const { site, count } = input;
  const taken = new Set(input.existing.map((title) => titleKeyOf(title, site.language)));
  const angles = anglesOf(input);
  const termsOf = new Map(
    input.keywords.map(({ phrase }) => [phrase, new Set(terms(phrase, site.language))]),
  );
  const wordings = new Set<string>();
  const ideas: IdeaDraft[] = [];
  // Each round words the angles anew; the later ones are numbered, so that titles never run out.
  for (let round = 0; ideas.length < count; round += 1) {
    for (const { phrase, intent, variants } of angles) {
      if (ideas.length === count) break;
      const wording = wordingOf(phrase, intent, round, wordings, site.language);
      const title = titled(phrase, wording, round, site.language);
      const key = titleKeyOf(title, site.language);
      if (taken.has(key)) continue;
      taken.add(key);
      wordings.add(wording);
      const brief = titleBookOf(site.language).briefs[intent].replaceAll('{phrase}', () => phrase);
      const keywords = keywordsFor([phrase, ...variants], termsOf, site.language);
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
    const key = `${intent} ${titleKeyOf(phrase, language)}`;
    const known = angles.get(key);
    if (known) known.variants.push(phrase);
    else angles.set(key, { phrase, intent, variants: [] });
  }
  const topic = titleKeyOf(cluster.name, language);
  const isLocal = [...angles.values()].every(({ intent }) => intent === 'local') && angles.size > 0;
  const ofTopic = (isLocal ? forPlaces : forTopics)
    .filter((intent) => !angles.has(`${intent} ${topic}`))
    .map((intent) => ({ phrase: cluster.name, intent, variants: [] }));
  return [...angles.values(), ...ofTopic];
}

/** The round's wording for a phrase; in the first round one that the cluster has not had, if there is one. */
function wordingOf(
  phrase: string,
  intent: Intent,
  round: number,
  used: ReadonlySet<string>,
  language: string,
): string {
  const inOrder = seeded(phrase).shuffle(titleBookOf(language).titles[intent]);
  const unused = inOrder.filter((wording) => !used.has(wording));
  const said = new Set(terms(phrase, language));
  // Not “Is It Worth It: Worth the Money?”
  const isEcho = (wording: string) =>
    terms(wording.replace('{phrase}', ''), language).some((term) => said.has(term));
  const fresh = round === 0 ? (unused.find((wording) => !isEcho(wording)) ?? unused[0]) : undefined;
  return fresh ?? inOrder[round % inOrder.length] ?? '{phrase}';
}

function titled(phrase: string, wording: string, round: number, language: string): string {
  const subject = titleCase(shortSubject(phrase, maxPhraseInTitle, language), language);
  const title = wording.replaceAll('{phrase}', () => subject);
  return round < numberedFrom ? title : `${title} (${round - numberedFrom + 2})`;
}

/** Those of the cluster's phrases that are meant, filled up with others that are near, and never without any. */
function keywordsFor(
  meant: readonly string[],
  termsOf: ReadonlyMap<string, ReadonlySet<string>>,
  language: string,
): string[] {
  const wanted = new Set(meant.flatMap((phrase) => [...(termsOf.get(phrase) ?? terms(phrase, language))]));
  const own = meant.filter((phrase) => termsOf.has(phrase));
  const others = [...termsOf]
    .filter(([phrase]) => !own.includes(phrase))
    .map(([phrase, its]) => ({ phrase, near: nearness(wanted, its) }))
    .sort((a, b) => b.near - a.near)
    .filter(({ near }, index) => near >= nearEnough || (own.length === 0 && index === 0))
    .slice(0, Math.max(0, keywordsPerIdea - own.length));
  return [...own, ...others.map(({ phrase }) => phrase)];
}
