import { ArticleKind } from '../../../schema/idea.ts';
import { Site } from '../../../schema/site.ts';
import { siteFacts } from '../../../schema/site-facts.ts';
import type { Clusters, Ideas } from '../subjects.ts';

const answers = { given: 1, right: 1 };
const site = siteFacts(
  Object.assign(new Site(), { name: 'Bean There', language: 'en', avoidWords: ['cheap'] }),
);
const german =
  'Hier steht, was man über das Thema wissen sollte, wenn man noch nie davon gehört hat und es doch einmal selbst machen will, ohne viel Geld dafür auszugeben oder sich lange damit zu beschäftigen, denn das ist es, was die meisten wollen.';

const clustering = {
  site: site.name,
  language: 'en',
  country: null,
  audience: null,
  keywords: ['cold brew ratio', 'cold brew at home', 'burr grinder', 'manual grinder', 'milk frother'],
  offered: [],
  ahead: [],
};
const [coldBrew, grinders, frothers] = [
  { join: null, name: 'Cold Brew', description: 'Coffee made with cold water.', keywords: [1, 2] },
  { join: null, name: 'Grinders', description: 'Grinders and how to choose one.', keywords: [3, 4] },
  { join: null, name: 'Milk Frothers', description: 'Frothers for milk.', keywords: [5] },
];

export const goodClusters: Clusters = {
  input: clustering,
  reply: { clusters: [coldBrew, grinders, frothers] },
  answers,
};

const clusters = (...given: Clusters['reply']['clusters']) => ({
  ...goodClusters,
  reply: { clusters: given },
});

/** What was made badly on purpose, by the one rule that each breaks. */
export const badClusters: Readonly<Record<string, Clusters>> = {
  'valid answers': { ...goodClusters, answers: { given: 3, right: 1 } },
  'keywords covered': clusters(coldBrew, grinders),
  'no near-duplicates': clusters(coldBrew, grinders, { ...frothers, name: 'Grinder' }),
  size: clusters(
    ...[1, 2, 3, 4, 5].map((number) => ({
      ...coldBrew,
      name: ['Jugs', 'Tea', 'Mugs', 'Beans', 'Milk'][number - 1] ?? '',
      keywords: [number],
    })),
  ),
  'names are topics': clusters(coldBrew, grinders, { ...frothers, name: 'Which Milk Frother?' }),
  language: clusters(coldBrew, { ...grinders, description: german }, { ...frothers, description: german }),
};

const idea = (title: string, ...keywords: string[]) => ({
  title,
  brief: 'Who reads it, what it answers, and what it leaves to the others.',
  articleKind: ArticleKind.Guide,
  keywords,
});
const [ratio, home, time] = [
  idea('The Right Ratio for Cold Brew', 'cold brew ratio'),
  idea('Making Cold Brew in a Small Kitchen', 'cold brew at home'),
  idea('How Long Should Cold Brew Stand?', 'cold brew time'),
];

export const goodIdeas: Ideas = {
  input: {
    site,
    cluster: { name: 'Cold Brew', description: null },
    keywords: ['cold brew ratio', 'cold brew at home', 'cold brew time'].map((phrase) => ({
      phrase,
      volume: null,
    })),
    count: 3,
    existing: ['Cleaning an Espresso Machine'],
  },
  ideas: [ratio, home, time],
  answers,
};

const ideas = (...given: Ideas['ideas']) => ({ ...goodIdeas, ideas: given });

/** What was made badly on purpose, by the one rule that each breaks. */
export const badIdeas: Readonly<Record<string, Ideas>> = {
  'valid answers': { ...goodIdeas, answers: { given: 3, right: 1 } },
  'keywords covered': ideas(ratio, home, { ...time, keywords: ['cold brew ratio'] }),
  'no near-duplicates': ideas(ratio, home, { ...time, title: 'Espresso Machines: Cleaning' }),
  'title length': ideas(ratio, home, { ...time, title: 'Time' }),
  'banned phrases': ideas(ratio, home, { ...time, title: 'How Long Should Cheap Cold Brew Stand?' }),
  language: ideas(ratio, { ...home, brief: german }, { ...time, brief: german }),
};
