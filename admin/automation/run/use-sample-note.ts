import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useWires } from '../../data/wires.ts';
import { runSamplesDocument } from './data.ts';
import type { RunFacts } from './use-run.ts';

/**
 * Says that what the run makes is sample content, or what it made; null where it is not. Undefined until that is known:
 * what stands below it is not pushed down by it.
 */
export function useSampleNote({ id, siteId, active }: RunFacts): string | null | undefined {
  const translate = useTranslate();
  const { ask } = useWires();
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['samples', id, active],
    queryFn: ({ signal }) => ask(runSamplesDocument, { siteId, runId: id }, signal),
    placeholderData: (before) => before,
  });
  if (!data) return error ? null : undefined;
  // What was read as a run began knows nothing of its calls.
  if (active || isPlaceholderData) return data.aiProviders.sample ?? null;
  const [hasTexts, hasImages] = [data.texts.nodes.length > 0, data.images.nodes.length > 0];
  if (!hasTexts && !hasImages) return null;
  const what = hasTexts && hasImages ? 'content' : hasTexts ? 'texts' : 'images';
  return translate(`galley.automation.sample.${what}`);
}
