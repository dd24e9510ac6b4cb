/** Rules of how an article is made up. */

import { columnsOf } from '../../../language/columns.ts';
import { slugOf } from '../../../language/slug.ts';
import { kindsWithQuestions } from '../../../plugins/generate-content/writer.ts';
import { plainText, sanitisedHtml } from '../../../schema/article-html.ts';
import { normalisePhrase } from '../../../schema/phrase.ts';
import { type Rule, shareOf } from '../rule.ts';
import type { Article } from '../subjects.ts';

export const formRules: readonly Rule<Article>[] = [
  {
    name: 'headings',
    threshold: 1,
    score: ({ assignment, outline, draft }) => {
      const headings = [...draft.html.matchAll(/<h2>(.*?)<\/h2>/gsu)].map(([, html = '']) => plainText(html));
      const different = new Set([assignment.title, ...headings].map(normalisePhrase));
      const holds = [
        Math.abs(headings.length - assignment.sections) <= 1,
        headings.length === outline.sections.length,
        different.size === headings.length + 1,
        headings.every((heading) => heading !== '' && heading.length <= 100),
        !/<h1/u.test(draft.html),
        !/<\/h2>(?:(?!<h[23]).)*<h4/su.test(draft.html),
      ];
      return shareOf(holds, (held) => held);
    },
  },
  {
    name: 'questions',
    threshold: 1,
    score: ({ assignment, outline, sections }) => {
      if (!kindsWithQuestions.has(assignment.articleKind)) return 1;
      const at = outline.sections.findIndex(({ isQuestions }) => isQuestions);
      return (sections[at]?.match(/<h3/gu)?.length ?? 0) / 3;
    },
  },
  {
    name: 'summary box',
    threshold: 1,
    score: ({ draft }) => {
      const [box = ''] = /<aside class="summary">.*?<\/aside>/su.exec(draft.html) ?? [];
      const points = box.match(/<li>/gu)?.length ?? 0;
      return points >= 3 && points <= 5 ? 1 : 0;
    },
  },
  {
    name: 'length',
    // Within 15 % of what was asked for.
    threshold: 0.85,
    score: ({ assignment, draft }) => 1 - Math.abs(draft.wordCount - assignment.words) / assignment.words,
    notForSamples: 'They are put together of whole passages, 600 to 900 words whatever is asked for.',
  },
  {
    name: 'meta texts',
    threshold: 1,
    // As the model gave them: what is too long is cut, which reads badly.
    score: ({ finish: { metaTitle, metaDescription, excerpt } }) =>
      shareOf(
        [
          metaTitle.length > 0 && columnsOf(metaTitle) <= 60,
          metaDescription.length > 0 && columnsOf(metaDescription) <= 155,
          excerpt.length > 0 && columnsOf(excerpt) <= 300,
        ],
        (held) => held,
      ),
  },
  {
    name: 'slug',
    threshold: 1,
    // `article` is what is left of a title without letters.
    score: ({ assignment, draft }) => {
      const slug = slugOf(draft.title, assignment.site.language);
      return slug !== 'article' && slug.length <= 80 && !/[^\p{L}\p{M}\p{N}-]|--|\p{Lu}/u.test(slug) ? 1 : 0;
    },
  },
  {
    name: 'nothing that runs',
    threshold: 1,
    score: ({ sections, finish, draft }) => {
      const given = [...sections, finish.opening].join('\n');
      const isTame = !/<(script|iframe|object|embed|form|svg|style)|\son\w+\s*=|javascript:/iu.test(given);
      return isTame && sanitisedHtml(draft.html) === draft.html ? 1 : 0;
    },
  },
];
