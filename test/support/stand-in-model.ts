/**
 * A model that answers by the words of the prompt alone, in English, as long as it is asked to: for tests in which whoever
 * asks is another process, or in which articles are to have their real length.
 */

/** The answer to whichever of the stages' questions this is, as JSON; undefined for strange ones. */
export function standInAnswer(prompt: string): string | undefined {
  const answer = answers.find(([sign]) => prompt.includes(sign));
  const reply = answer?.[1](prompt);
  return reply && JSON.stringify(reply);
}

/** By what a question is known, and how it is answered. */
const answers: readonly (readonly [sign: string, answer: (prompt: string) => object])[] = [
  ['keywords into clusters.', clusters],
  ['articles for the cluster.', ideas],
  ['Plan the article of about', outline],
  [', and only this one: <section>', section],
  ['The sections are written. Finish the article.', finish],
  ['Reply with images:', imagePrompts],
  ['the word "ready"', () => ({ word: 'ready' })],
];

const keywordsPerCluster = 6;
const angles = [
  ...['Costs', 'Sizes', 'Materials', 'Noise', 'Safety', 'Storage', 'Repairs', 'Recipes', 'Tools', 'Space'],
  ...[
    'Energy',
    'Warranty',
    'Accessories',
    'Cleaning',
    'Water',
    'Seasons',
    'Gifts',
    'Myths',
    'Colours',
    'Timing',
  ],
];
const sentences = [
  'Measure the room first, because the lid needs as much height again when it is open.',
  'A heavier body stays where it is, and that is worth more than a longer list of features.',
  'Most people use two of the programmes and forget that the others are there.',
  'If the water is hard, the inside needs care once a month rather than once a year.',
  'Ask what a spare seal costs before you ask what the whole thing costs.',
  'The smaller model is the better one for a household that starts it once a day.',
  'Write down what you do on a normal morning, and let that decide.',
];

function clusters(prompt: string) {
  const phrases: string[] = block(prompt, 'keywords');
  const count = Math.max(1, Math.round(phrases.length / keywordsPerCluster));
  const size = Math.ceil(phrases.length / count);
  const groups = Array.from({ length: count }, (_, group) => phrases.slice(group * size, (group + 1) * size));
  return {
    clusters: groups.map(([first = ''], group) => ({
      join: null,
      name: first.replace(/^\d+\. /, ''),
      description: sentence(group),
      keywords: groups[group]?.map((_, at) => group * size + at + 1),
    })),
  };
}

function ideas(prompt: string) {
  const { name, keywords }: { name: string; keywords: { phrase: string }[] } = block(prompt, 'cluster');
  return {
    ideas: angles.slice(0, numberIn(prompt, /Plan exactly (\d+) articles/)).map((angle, at) => ({
      title: `${angle} of ${name}`,
      brief: `${sentence(at)} ${sentence(at + 1)}`,
      articleKind: 'guide',
      keywords: keywords.slice(at % keywords.length, (at % keywords.length) + 1).map(({ phrase }) => phrase),
    })),
  };
}

function outline(prompt: string) {
  const count = numberIn(prompt, /exactly (\d+) sections/);
  return {
    sections: angles.slice(0, count).map((angle, at) => ({
      heading: at === count - 1 ? 'Frequent questions' : `What to know about ${angle.toLowerCase()}`,
      says: sentence(at),
      isQuestions: at === count - 1,
    })),
  };
}

function section(prompt: string) {
  const { isQuestions }: { isQuestions: boolean } = block(prompt, 'section');
  const words = numberIn(prompt, /About (\d+) words\./);
  const place = numberIn(prompt, /Write section (\d+) of/);
  const parts = isQuestions ? 3 : 1;
  const html = Array.from({ length: parts }, (_, part) => {
    const heading = isQuestions ? `<h3>What about the ${angles[part]?.toLowerCase()}?</h3>` : '';
    return `${heading}<p>${textOf(Math.round(words / parts), place + part)}</p>`;
  });
  return { html: html.join('') };
}

function finish() {
  return {
    opening: `<p>${textOf(60)}</p>`,
    summaryTitle: 'In short',
    summary: [0, 1, 2].map(sentence),
    excerpt: sentence(2),
    metaTitle: 'What to know before you buy',
    metaDescription: sentence(3),
  };
}

function imagePrompts(prompt: string) {
  const places: { position: number }[] = block(prompt, 'places');
  return {
    images: places.map(({ position }) => ({
      position,
      prompt: `A kitchen counter in soft daylight, view ${position}: ${textOf(45, position)}`,
      alt: `A tidy kitchen counter, view ${position}`,
    })),
  };
}

/** So many words, in whole sentences but for the last. */
function textOf(words: number, start = 0): string {
  const text: string[] = [];
  for (let at = start; text.length < words; at += 1) text.push(...sentence(at).split(' '));
  return `${text.slice(0, words).join(' ').replace(/[.,]$/, '')}.`;
}

function sentence(at: number): string {
  return sentences[at % sentences.length] ?? '';
}

function numberIn(prompt: string, pattern: RegExp): number {
  return Number(pattern.exec(prompt)?.[1]);
}

/** What stands in a marked block of the prompt. */
function block<Material>(prompt: string, name: string): Material {
  const [, json = ''] = new RegExp(`<${name}>\\n([\\s\\S]*?)\\n</${name}>`).exec(prompt) ?? [];
  return JSON.parse(json);
}
