import type { ForeseenCalls, Foresight, StageSettings } from '#stage';
import { phraseSpecimens, topicSpecimen } from '../../language/specimens.ts';
import { shownAhead } from './ahead.ts';
import { phrasesPerCluster, refOf } from './offered.ts';
import { clusteringCall } from './prompt.ts';

/** Clusters that share a word with a batch, on a site that has some. */
const usuallyOffered = 10;

/** One call a batch, of full batches. */
export function clusteringCalls(
  items: number,
  { site, settings, rates }: Foresight<StageSettings>,
): ForeseenCalls[] {
  const { name, language, country, audience } = site;
  const size = Math.min(items, settings.batchSize);
  const fresh = Math.max(1, Math.round(size / rates.keywordsPerCluster));
  const offered = Array.from({ length: Math.min(usuallyOffered, Math.floor(items / size)) }, (_, at) => ({
    ref: refOf(at),
    name: topicSpecimen.name,
    phrases: phraseSpecimens(Math.min(phrasesPerCluster, rates.keywordsPerCluster)),
  }));
  const input = {
    site: name,
    ...{ language, country, audience },
    keywords: phraseSpecimens(size),
    offered,
    ahead: phraseSpecimens(Math.min(shownAhead, items - size)),
  };
  const numbers = Array.from({ length: Math.ceil(size / fresh) }, (_, at) => at + 1);
  const clusters = Array(fresh).fill({ join: null, ...topicSpecimen, keywords: numbers });
  const { prompt, schema } = clusteringCall;
  return [
    {
      kind: 'text',
      count: Math.ceil(items / settings.batchSize),
      prompt: prompt(input),
      schema,
      reply: { clusters },
    },
  ];
}
