import type { ForeseenCalls, Foresight } from '#stage';
import { briefSpecimen, phraseSpecimens, titleSpecimens, topicSpecimen } from '../../language/specimens.ts';
import { ArticleKind } from '../../schema/idea.ts';
import { siteFacts } from '../../schema/site-facts.ts';
import { shownTitles } from './near-ideas.ts';
import { ideasCall } from './prompt.ts';
import { ideasOfCluster, type Settings } from './settings.ts';

/** Phrases that an idea is usually given. */
const phrasesPerIdea = 2;

/** One call a cluster, with as many titles to keep clear of as are ever shown. */
export function ideasCalls(items: number, { site, settings, rates }: Foresight<Settings>): ForeseenCalls[] {
  const count = Math.round(ideasOfCluster(settings, rates));
  const input = {
    site: siteFacts(site),
    cluster: topicSpecimen,
    keywords: phraseSpecimens(rates.keywordsPerCluster).map((phrase) => ({ phrase, volume: 1_000 })),
    count,
    existing: titleSpecimens(shownTitles),
  };
  const ideas = titleSpecimens(count).map((title) => ({
    title,
    brief: briefSpecimen,
    articleKind: ArticleKind.Guide,
    keywords: phraseSpecimens(phrasesPerIdea),
  }));
  const { prompt, schema } = ideasCall;
  return [{ kind: 'text', count: items, prompt: prompt(input), schema, reply: { ideas } }];
}
