import { lexiconOf } from '../../language/lexicon.ts';
import { titleCase } from '../../language/title-case.ts';
import { tidyPhrase } from '../../schema/phrase.ts';
import { candidatesOf, type NameCandidate } from './name-candidates.ts';
import { usualForm } from './usual-form.ts';

/** The longest name made, in UTF-16 code units. */
const maxLength = 60;

/** What a further word is worth to a name, against being in as many more phrases: `coffee grinder`, not `grinder`. */
const wordBonus = 0.8;

interface Shared {
  readonly key: string;
  readonly weight: number;
  /** The forms in which phrases have it, one a phrase. */
  readonly surfaces: string[];
}

/**
 * A name that a person might choose for a cluster of phrases: the words that most of them share, and few of the
 * `others`, as a title.
 */
export function nameOf(phrases: readonly string[], others: readonly string[], language: string): string {
  const [first = ''] = phrases;
  const shared = phrases.length === 1 ? loneName(first, language) : sharedNames(phrases, language);
  const most = Math.max(...shared.map(({ surfaces }) => surfaces.length));
  const elsewhere = new Map(sharedNames(others, language).map(({ key, surfaces }) => [key, surfaces.length]));
  const score = ({ key, surfaces: { length: count }, weight }: Shared) =>
    count < most * 0.6
      ? 0
      : ((count * count) / (count + (elsewhere.get(key) ?? 0))) * (1 + wordBonus * (weight - 1));
  const best = shared.reduce<Shared | undefined>(
    (found, next) => (found && score(found) >= score(next) ? found : next),
    undefined,
  );
  return shortened(titleCase(best ? usualForm(best.surfaces, language) : tidyPhrase(first), language));
}

function sharedNames(phrases: readonly string[], language: string): Shared[] {
  const byKey = new Map<string, Shared>();
  for (const phrase of phrases) {
    // Once a phrase: saying it twice makes it no better a name.
    const own = new Map(candidatesOf(phrase, language).map((candidate) => [candidate.key, candidate]));
    for (const [key, { weight, surface }] of own) {
      const known = byKey.get(key) ?? { key, weight, surfaces: [] };
      known.surfaces.push(surface);
      byKey.set(key, known);
    }
  }
  return isSpaced(language)
    ? [...byKey.values()]
    : [...byKey.values()].map((name) => foundWithin(name, phrases));
}

/** Without spaces a word may stand inside a longer one: 加湿器 in スチーム式加湿器. */
function foundWithin(name: Shared, phrases: readonly string[]): Shared {
  const [surface = ''] = name.surfaces;
  return {
    ...name,
    surfaces: phrases.filter((phrase) => tidyPhrase(phrase).includes(surface)).map(() => surface),
  };
}

function isSpaced(language: string): boolean {
  return lexiconOf(language).code !== 'ja';
}

/** One phrase must be named broadly, since others will join it: by its first two telling words. */
function loneName(phrase: string, language: string): Shared[] {
  const candidates = candidatesOf(phrase, language);
  const asShared = ({ key, weight, surface }: NameCandidate) => ({ key, weight, surfaces: [surface] });
  const short = candidates.filter(({ weight }) => weight <= 2);
  const plain = short.filter(({ isPlain, weight }) => isPlain && weight === 2);
  const choice = [plain, short.filter(({ beginsPlain }) => beginsPlain), candidates].find(
    ({ length }) => length > 0,
  );
  return (choice ?? []).map(asShared);
}

function shortened(name: string): string {
  if (name.length <= maxLength) return name;
  let cut = '';
  for (const character of name) {
    if (cut.length + character.length >= maxLength) break;
    cut += character;
  }
  const space = cut.lastIndexOf(' ');
  return `${space > maxLength / 2 ? cut.slice(0, space) : cut}…`;
}
