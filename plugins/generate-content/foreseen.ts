import type { ForeseenCalls, Foresight } from '#stage';
import { clip } from '../../language/clip.ts';
import { countWords } from '../../language/count-words.ts';
import { briefSpecimen, phraseSpecimens, titleSpecimens, topicSpecimen } from '../../language/specimens.ts';
import { plainText } from '../../schema/article-html.ts';
import { articleHref } from '../../schema/article-links.ts';
import { ArticleKind } from '../../schema/idea.ts';
import { siteFacts } from '../../schema/site-facts.ts';
import { type Assignment, type Outline, sectionWords } from './article.ts';
import { offlineFinish, offlineSection } from './offline.ts';
import { finishCall, outlineCall, sectionCall } from './prompt.ts';
import { offeredLinks, refOf, shownArticles } from './related.ts';
import { type Settings, sectionsOf, wordsOfArticle } from './settings.ts';
import { shownOfEarlier } from './write.ts';

/** An id as an article's address has it. */
const someId = '64b000000000000000000000';

/** An outline, its sections, of which the one in the middle stands for all, and a finish. */
export function articleCalls(items: number, { site, settings, rates }: Foresight<Settings>): ForeseenCalls[] {
  const [title = '', ...others] = titleSpecimens(shownArticles + 1);
  const words = Math.round(wordsOfArticle(settings, rates));
  const assignment: Assignment = {
    site: siteFacts(site),
    title,
    brief: briefSpecimen,
    articleKind: ArticleKind.Guide,
    keywords: phraseSpecimens(3),
    topic: topicSpecimen.name,
    siblings: others.slice(0, Math.round(rates.ideasPerCluster)),
    links: others
      .slice(0, offeredLinks)
      .map((other, at) => ({ ref: refOf(at), title: other, href: articleHref(someId) })),
    words,
    sections: sectionsOf(words, settings),
  };
  const outline: Outline = {
    sections: titleSpecimens(assignment.sections).map((heading) => ({
      heading,
      says: briefSpecimen,
      isQuestions: false,
    })),
  };
  const html = sectionSpecimen(assignment);
  const written = outline.sections.map(({ heading }) => ({
    heading,
    text: clip(plainText(html), shownOfEarlier),
  }));
  const middle = Math.floor((assignment.sections - 1) / 2);
  const earlier = written.slice(0, middle);
  const { links } = assignment;
  return [
    {
      kind: 'text',
      count: items,
      prompt: outlineCall.prompt(assignment),
      schema: outlineCall.schema,
      reply: outline,
    },
    {
      kind: 'text',
      count: items * assignment.sections,
      prompt: sectionCall.prompt({
        assignment,
        outline,
        section: middle,
        words: sectionWords(assignment),
        earlier,
        links,
      }),
      schema: sectionCall.schema,
      reply: { html },
    },
    {
      kind: 'text',
      count: items,
      prompt: finishCall.prompt({ assignment, outline, written }),
      schema: finishCall.schema,
      reply: offlineFinish(assignment, outline),
    },
  ];
}

/** A section in the site's language, as long as it will be asked for. */
function sectionSpecimen(assignment: Assignment): string {
  const sample = offlineSection(assignment, 0);
  const words = countWords(plainText(sample), assignment.site.language);
  const times = sectionWords(assignment) / Math.max(1, words);
  return sample.repeat(Math.ceil(times)).slice(0, Math.round(sample.length * times));
}
