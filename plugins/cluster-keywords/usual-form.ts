import { lexiconOf } from '../../language/lexicon.ts';

/**
 * The form most phrases use: in English the plural of things one can count, as sections are named in plural, in Russian
 * a form that may stand by itself.
 */
export function usualForm(surfaces: readonly string[], language: string): string {
  const { code } = lexiconOf(language);
  const named = code === 'ru' ? surfaces.filter((surface) => !oblique.test(surface)) : surfaces;
  const count = (form: string) => surfaces.filter((surface) => surface === form).length;
  const usual = named.reduce(
    (found, next) => (count(next) > count(found) ? next : found),
    named[0] ?? surfaces[0] ?? '',
  );
  if (code !== 'en') return usual;
  const used = surfaces.find(
    (surface) => surface !== usual && surface.startsWith(usual) && /[^s]s$/u.test(surface),
  );
  return used ?? (countable.test(usual) && !uncountable.test(usual) ? `${usual}s` : usual);
}

/** Endings that a Russian noun takes in a sentence and seldom where it names something: купить кофемашину. */
const oblique = /(?:[ую]|[ая]ми|[ая]х)$/iu;

/** Makers and doers, and common things. */
const countable =
  /(?:[^aeiou]er|or|machine|bag|bed|bike|bin|book|boot|bottle|cage|chair|course|crate|cup|desk|filter|idea|jacket|kettle|kit|knife guard|lamp|machine|mug|pan|plan|pot|recipe|roast|scale|shirt|shoe|sofa|table|tent|tool|toy)$/iu;

/** What ends like a maker and is none. */
const uncountable =
  /(?:^|\s)(?:water|weather|leather|butter|powder|paper|power|rubber|copper|silver|pepper|ginger|summer|winter|over|under|after|cancer|soccer|poker|laughter|fiber|lumber|timber|gender|tinder|decor|labor|humor|indoor|outdoor|for|dark roast|medium roast)$/iu;
