const wishes = ['best', 'cheap', 'how to clean', 'small', 'portable', 'quiet'];
const syllables = ['ba', 'ko', 'ri', 'ne', 'tu', 'sa', 'lo', 'mi', 've', 'za'];

/**
 * `count` phrases, six about each thing, as the plan's figures have it: 100 keywords become 17 clusters. The things
 * are made-up words that share nothing.
 */
export function benchKeywords(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const thing = thingNamed(Math.floor(index / wishes.length));
    return `${wishes[index % wishes.length]} ${thing}`;
  });
}

function thingNamed(number: number): string {
  const digits = String(number + 1000).split('');
  return digits.map((digit) => syllables[Number(digit)]).join('');
}
