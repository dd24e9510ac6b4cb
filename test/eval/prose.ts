/** What rules know of texts in the four languages of the cases. */
import { lexiconOf } from '../../language/lexicon.ts';
import { nearness } from '../../language/nearness.ts';
import { terms } from '../../language/terms.ts';

interface Habits {
  /** Phrases by which machines fill pages. */
  readonly filler: readonly string[];
  /** Phrases that claim a source without naming one that exists. */
  readonly claims: readonly string[];
  /** What is still read without trouble: LIX, or characters a sentence where there are no spaces. */
  readonly hardest: number;
}

const habits: Readonly<Record<string, Habits>> = {
  en: {
    filler: [
      'in conclusion',
      "in today's fast-paced",
      'delve into',
      'look no further',
      'game-changer',
      'as an ai',
    ],
    claims: [
      'studies show',
      'study found',
      'research shows',
      'according to experts',
      'a recent survey',
      'scientists have',
    ],
    hardest: 50,
  },
  de: {
    filler: ['zusammenfassend lässt sich', 'in der heutigen schnelllebigen', 'tauchen sie ein', 'als ki'],
    claims: [
      'studien zeigen',
      'laut einer studie',
      'experten zufolge',
      'eine umfrage ergab',
      'forscher haben',
    ],
    hardest: 58,
  },
  es: {
    filler: ['en conclusión', 'en el mundo acelerado', 'sumérgete en', 'como inteligencia artificial'],
    claims: ['los estudios demuestran', 'según un estudio', 'según los expertos', 'una encuesta reciente'],
    hardest: 55,
  },
  ja: {
    filler: ['いかがでしたか', '結論として', '現代の忙しい', 'aiとして'],
    claims: ['研究によると', '調査によると', '専門家によると', '統計によれば'],
    hardest: 70,
  },
};

export function habitsOf(language: string): Habits {
  const known = habits[lexiconOf(language).code];
  if (!known) throw new TypeError(`no habits are known of ${language}`);
  return known;
}

/** Sentences of HTML; what stands in blocks of its own is none with what follows. */
export function sentencesOf(html: string, language: string): string[] {
  const lines = html
    .replace(/<\/(p|li|td|th|h\d|dt|dd|blockquote)>/gu, '\n')
    .replace(/<[^>]*>/gu, ' ')
    .split('\n');
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  return lines
    .flatMap((line) => [...sentences.segment(line.replace(/\s+/gu, ' ').trim())])
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '');
}

/** How hard a text is to read: LIX (words a sentence, and the share of words above six letters), in Japanese characters a sentence. */
export function difficulty(html: string, language: string): number {
  const sentences = sentencesOf(html, language);
  if (sentences.length === 0) return 0;
  const { code, words } = lexiconOf(language);
  if (code === 'ja') return sentences.join('').length / sentences.length;
  const found = sentences.flatMap(words);
  return (
    found.length / sentences.length + (100 * found.filter((word) => word.length > 6).length) / found.length
  );
}

/** Pairs of texts that share more than so much of their terms, counted by the later of each pair. */
export function nearDuplicates(texts: readonly string[], language: string, nearest: number): number {
  const known = texts.map((text) => new Set(terms(text, language)));
  return known.filter((one, at) => known.slice(0, at).some((other) => nearness(one, other) > nearest)).length;
}
