import { clusteringCall } from '../../plugins/cluster-keywords/prompt.ts';
import { sectionCall } from '../../plugins/generate-content/prompt.ts';
import { ideasCall } from '../../plugins/generate-ideas/prompt.ts';
import { imagePromptsCall } from '../../plugins/generate-image-prompts/prompt.ts';
import { pictureCall } from '../../plugins/generate-images/prompt.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { askerOf } from './ask.ts';
import type { EvalCase } from './cases.ts';
import { type Rule, type Score, scoresOf } from './rule.ts';
import { articleRules } from './rules/article.ts';
import { clusterRules } from './rules/clusters.ts';
import { ideaRules } from './rules/ideas.ts';
import { paintingRules, pictureRules } from './rules/pictures.ts';
import { articleOf, clustersOf, ideasOf, paintingOf, picturesOf } from './stages.ts';

/** What one stage's call came to in one case. */
export interface Result {
  readonly stage: string;
  readonly promptVersion: string;
  /** `name:model` of who answered. */
  readonly provider: string;
  readonly language: string;
  readonly scores: readonly Score[];
  /** Set where there was nothing to score: what went wrong. */
  readonly problem: string | null;
}

/** Makes every stage's call for each case, one after the other, and scores what comes. */
export async function evaluate(
  cases: readonly EvalCase[],
  providers: Providers,
  {
    signal = new AbortController().signal,
    onResult = () => {},
  }: { signal?: AbortSignal; onResult?: (result: Result) => void } = {},
): Promise<Result[]> {
  const results: Result[] = [];
  const keep = (result: Result) => {
    results.push(result);
    onResult(result);
  };
  const { text, image } = providers;
  for (const given of cases) {
    const asker = askerOf(providers, signal);
    const scored = async <Subject>(
      { stage, promptVersion, by = text, isSample = text.isOffline }: Asked,
      rules: readonly Rule<Subject>[],
      make: () => Promise<Subject | null>,
    ): Promise<Subject | null> => {
      const told = {
        stage,
        promptVersion,
        provider: `${by.name}:${by.model}`,
        language: given.site.language,
      };
      try {
        const subject = await make();
        if (subject === null) throw new RangeError('nothing to judge');
        keep({ ...told, scores: scoresOf(rules, subject, isSample), problem: null });
        return subject;
      } catch (error) {
        signal.throwIfAborted();
        const problem = error instanceof Error ? error.message : String(error);
        keep({ ...told, scores: [], problem });
        return null;
      }
    };
    await scored({ stage: 'clusters', ...clusteringCall }, clusterRules, () => clustersOf(given, asker));
    await scored({ stage: 'ideas', ...ideasCall }, ideaRules, () => ideasOf(given, asker));
    const article = await scored({ stage: 'article', ...sectionCall }, articleRules, () =>
      articleOf(given, asker),
    );
    const pictures = await scored(
      { stage: 'image prompts', ...imagePromptsCall },
      pictureRules,
      async () => article && picturesOf(article, asker),
    );
    await scored({ stage: 'image', ...pictureCall, by: image, isSample: false }, paintingRules, async () => {
      const [first] = pictures?.images ?? [];
      return first ? paintingOf(first.prompt, asker, signal) : null;
    });
  }
  return results;
}

interface Asked {
  readonly stage: string;
  readonly promptVersion: string;
  /** Default: the text provider. */
  readonly by?: { readonly name: string; readonly model: string };
  readonly isSample?: boolean;
}
