import { type Assignment, assembled, type Draft } from '../../../plugins/generate-content/article.ts';
import {
  offlineFinish,
  offlineOutline,
  offlineSection,
  sampleNote,
  sampleSections,
  sampleWords,
} from '../../../plugins/generate-content/offline.ts';
import { ArticleKind } from '../../../schema/idea.ts';
import { Site } from '../../../schema/site.ts';
import { siteFacts } from '../../../schema/site-facts.ts';

/** An assignment with everything filled in that a test does not care about. */
export function anAssignment(given: Partial<Assignment> & { language?: string } = {}): Assignment {
  const { language = 'en', ...rest } = given;
  return {
    site: siteFacts(Object.assign(new Site(), { name: 'Site', language })),
    title: 'Cold Brew at Home: A Guide',
    brief: 'What cold brew is and how it is made.',
    articleKind: ArticleKind.Guide,
    keywords: ['cold brew coffee', 'cold brew at home', 'cold brew ratio'],
    topic: 'Cold Brew Coffee',
    siblings: [],
    links: [],
    words: sampleWords,
    sections: sampleSections,
    ...rest,
  };
}

/** The whole article as the offline provider's answers make it. */
export function offlineArticle(assignment: Assignment): Draft {
  const outline = offlineOutline(assignment);
  const sections = outline.sections.map((_, index) => offlineSection(assignment, index));
  const finish = offlineFinish(assignment, outline);
  return assembled(assignment, outline, sections, finish, sampleNote(assignment.site.language));
}
