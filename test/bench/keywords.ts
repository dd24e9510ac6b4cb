import { seeded } from '../../language/seeded.ts';

const wishes = ['best', 'cheap', 'how to clean', 'small', 'portable', 'quiet'];
const syllables = ['ba', 'ko', 'ri', 'ne', 'tu', 'sa', 'lo', 'mi', 've', 'za'];
/** Nouns, and as many adjectives: enough for 10,000 phrases. */
const words = 45;

/**
 * `count` phrases, six about each thing, as the plan's figures have it: 100 keywords become 17 clusters. The things
 * are made-up words that share nothing.
 */
export function benchKeywords(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const thing = wordNumber(1_000 + Math.floor(index / wishes.length));
    return `${wishes[index % wishes.length]} ${thing}`;
  });
}

/**
 * `count` phrases (up to 12,150), six about each thing, in an order of their own: every thing is a noun with an
 * adjective, and shares each of them with ever more other things the more phrases there are, as those of a site do.
 */
export function kindredKeywords(count: number): string[] {
  const { shuffle } = seeded('kindred keywords');
  const indexes = Array.from({ length: words }, (_, index) => index);
  const things = shuffle(
    indexes.flatMap((noun) =>
      indexes.map((adjective) => `${wordNumber(2_000 + adjective)} ${wordNumber(5_000 + noun)}`),
    ),
  );
  const phrases = things.flatMap((thing) => wishes.map((wish) => `${wish} ${thing}`));
  return shuffle(phrases.slice(0, count));
}

function wordNumber(number: number): string {
  const digits = String(number).split('');
  return digits.map((digit) => syllables[Number(digit)]).join('');
}
