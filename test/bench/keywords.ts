const things = [
  'espresso machine',
  'coffee grinder',
  'cold brew',
  'french press',
  'moka pot',
  'pour over',
  'coffee beans',
  'milk frother',
];
const wishes = ['best', 'cheap', 'how to clean', 'small', 'portable', 'quiet'];

/** `count` phrases in groups of six about one thing each, as a keyword list has them. */
export function benchKeywords(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const group = Math.floor(index / wishes.length);
    const thing = things[group % things.length];
    const series = Math.floor(group / things.length);
    const model = series === 0 ? '' : ` ${nameOf(series)}`;
    return `${wishes[index % wishes.length]} ${thing}${model}`;
  });
}

/** A made-up brand: distinct words, so that groups of one thing are different topics. */
function nameOf(series: number): string {
  const syllables = ['ba', 'ko', 'ri', 'ne', 'tu', 'sa', 'lo', 'mi', 've', 'za'];
  return String(series)
    .split('')
    .map((digit) => syllables[Number(digit)])
    .join('')
    .padEnd(4, 'x');
}
