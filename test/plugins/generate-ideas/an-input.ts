import type { IdeasInput } from '../../../plugins/generate-ideas/idea-draft.ts';
import { Site } from '../../../schema/site.ts';
import { siteFacts } from '../../../schema/site-facts.ts';

/** A call's input with everything filled in that a test does not care about. */
export function anInput(
  given: Partial<Omit<IdeasInput, 'keywords' | 'cluster'>> & {
    language?: string;
    name?: string;
    phrases?: readonly string[];
  } = {},
): IdeasInput {
  const { language = 'en', name = 'Espresso Machines', phrases = ['espresso machine'], ...rest } = given;
  return {
    site: siteFacts(Object.assign(new Site(), { name: 'Site', language })),
    cluster: { name, description: null },
    keywords: phrases.map((phrase) => ({ phrase, volume: null })),
    count: 7,
    existing: [],
    ...rest,
  };
}
