import { type Assignment, assembled } from '../../../plugins/generate-content/article.ts';
import { articleHref } from '../../../schema/article-links.ts';
import { ArticleKind } from '../../../schema/idea.ts';
import { Site } from '../../../schema/site.ts';
import { siteFacts } from '../../../schema/site-facts.ts';
import type { Article } from '../subjects.ts';

const kettles = {
  ref: 'A1',
  title: 'Which Kettle for Pour-Over?',
  href: articleHref('64b000000000000000000001'),
};

const assignment: Assignment = {
  site: siteFacts(Object.assign(new Site(), { name: 'Bean There', language: 'en', avoidWords: ['cheap'] })),
  title: 'How Coarse to Grind for Cold Brew',
  brief: 'Which grind suits cold brew, and why.',
  articleKind: ArticleKind.Guide,
  keywords: ['cold brew grind size', 'coarse grind coffee'],
  topic: 'Cold Brew',
  siblings: [kettles.title],
  links: [kettles],
  words: 370,
  sections: 3,
};

const sections = [
  `<p>Cold brew takes its time. The water stands on the coffee for half a day, so it needs little help from a fine grind. A coarse grind, about like raw sugar, gives up its taste slowly and evenly. Go much finer, and the cup turns bitter and cloudy.</p>
<p>The grind size also decides how easily you can filter. Coarse coffee stays in the sieve. Fine dust slips through and goes on giving off bitter notes in the jug.</p>`,
  `<p>Start with the coarsest setting of your grinder and go one step finer. Look at the grains: they should be of about the same size, with little dust between them.</p>
<ul><li>Weak and sour? Go one step finer next time.</li><li>Bitter and dry? Go one step coarser.</li><li>Cloudy? Pour it through paper once more.</li></ul>
<p>Change one thing at a time, and write down what you did. If you brew hot as well, read <a href="${kettles.ref}">which kettle suits pour-over</a>, since that needs a finer setting. Two settings on a strip of tape save you the search each morning.</p>`,
  `<h3>Can I buy coffee that is ground already?</h3>
<p>Yes, where the shop grinds it for a French press. That is a coarse grind, and it works well. Use it within two weeks.</p>
<h3>Does the roast change the grind size?</h3>
<p>A little. Dark beans break more easily and leave more dust, so go one step coarser with them.</p>
<h3>What if I have only a blade grinder?</h3>
<p>Pulse it briefly, shake it, and pulse again. Then sift out the dust with a fine sieve. The result is less even, yet good enough to begin with.</p>
<h3>How long may it stand?</h3>
<p>Twelve hours on the shelf or a full day in the fridge. After that it gains little and may taste of wood.</p>`,
];

const outline = {
  sections: [
    { heading: 'Why Cold Water Wants Large Grains', says: 'Why coarse.', isQuestions: false },
    { heading: 'Finding Your Setting', says: 'How to find it.', isQuestions: false },
    { heading: 'Questions That Come Up', says: 'Four questions.', isQuestions: true },
  ],
};

const finish = {
  opening:
    '<p>If your cold brew tastes bitter, the grinder is the first place to look. Here is how coarse to grind, how to find the right setting on your own grinder, and what to do with coffee that is ground already.</p>',
  summaryTitle: 'In short',
  summary: [
    'Grind about as coarse as raw sugar.',
    'Bitter means too fine, sour means too coarse.',
    'Change one thing at a time.',
  ],
  excerpt: 'How coarse to grind for cold brew, and how to find the setting.',
  metaTitle: 'Cold Brew Grind Size: How Coarse?',
  metaDescription:
    'How coarse to grind coffee for cold brew, and how to find the right setting on your grinder.',
};

/** An article of parts, put together as the stage does. */
export function anArticle(changes: Partial<Omit<Article, 'draft'>> = {}): Article {
  const parts = { assignment, outline, sections, finish, answers: { given: 5, right: 5 }, ...changes };
  return { ...parts, draft: assembled(parts.assignment, parts.outline, parts.sections, parts.finish) };
}

/** The good article with one section said otherwise. */
export function withSection(at: number, change: (html: string) => string): Article {
  return anArticle({ sections: sections.map((html, nth) => (nth === at ? change(html) : html)) });
}

export const goodFinish = finish;
export const goodOutline = outline;
