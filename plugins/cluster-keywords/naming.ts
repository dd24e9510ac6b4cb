import { tidyPhrase } from '../../schema/keyword.ts';
import { candidatesOf, type NameCandidate } from './name-candidates.ts';
import { titled } from './titled.ts';

/** The longest name made, in UTF-16 code units. */
const maxLength = 60;

/** What a further word is worth to a name, against being in as many more phrases: `coffee grinder`, not `grinder`. */
const wordBonus = 0.8;

/** A name that a person might choose for a cluster of phrases: the words most of them share, as a title. */
export function nameOf(phrases: readonly string[], language: string): string {
  const byKey = new Map<string, { candidate: NameCandidate; surfaces: string[] }>();
  for (const phrase of phrases) {
    // Once a phrase: saying it twice makes it no better a name.
    const own = new Map(candidatesOf(phrase, language).map((candidate) => [candidate.key, candidate]));
    for (const [key, candidate] of own) {
      const known = byKey.get(key) ?? { candidate, surfaces: [] };
      known.surfaces.push(candidate.surface);
      byKey.set(key, known);
    }
  }
  const all = [...byKey.values()];
  const most = Math.max(...all.map(({ surfaces }) => surfaces.length));
  const scored = all
    .filter(({ surfaces }) => surfaces.length >= most * 0.6)
    .map(({ candidate, surfaces }) => ({
      surfaces,
      score: surfaces.length * (1 + wordBonus * (candidate.weight - 1)),
    }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (found, next) => (found && found.score >= next.score ? found : next),
    undefined,
  );
  const surface = best ? usualForm(best.surfaces, language) : tidyPhrase(phrases[0] ?? '');
  return shortened(titled(surface, language));
}

/** The form most phrases use; in English the plural where anyone uses it, as sections are named in plural. */
function usualForm(surfaces: readonly string[], language: string): string {
  const plural = surfaces.find((surface) => /[^s]s$/iu.test(surface));
  if (/^en\b/iu.test(language) && plural && surfaces.some((surface) => !/s$/iu.test(surface))) return plural;
  const count = (form: string) => surfaces.filter((surface) => surface === form).length;
  return surfaces.reduce((found, next) => (count(next) > count(found) ? next : found));
}

function shortened(name: string): string {
  if (name.length <= maxLength) return name;
  const cut = [...name].slice(0, maxLength - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > maxLength / 2 ? cut.slice(0, space) : cut).slice(0, maxLength - 1)}…`;
}
