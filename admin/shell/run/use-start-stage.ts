import { useRef } from 'react';
import { useRefresh } from 'react-admin';
import { ApiError } from '../../data/ask.ts';
import { graphql } from '../../data/gql/gql.ts';
import type { StageItemFilter } from '../../data/gql/graphql.ts';
import { newKey } from '../../data/new-key.ts';
import { useWires } from '../../data/wires.ts';
import { useRunNews } from './use-run-news.tsx';

const runStageDocument = graphql(`
  mutation RunStage($input: RunStageInput!) {
    runStage(input: $input) { run { id runId } }
  }
`);
const retryFailedDocument = graphql(`
  mutation RetryFailed($input: RetryFailedInput!) {
    retryFailed(input: $input) { outcome run { id runId } }
  }
`);

export interface StageItems {
  readonly siteId: string;
  /** The stage's key. */
  readonly stage: string;
  readonly ids?: string[];
  /** Instead of ids, however many it finds. */
  readonly filter?: StageItemFilter;
}

type FailedItems = Omit<StageItems, 'ids' | 'filter'> & { readonly ids: string[] };

/** Runs one stage over some items. True where that has started; else it was told why not. */
export function useStartStage(): (items: StageItems) => Promise<boolean> {
  const { ask } = useWires();
  const news = useRunNews();
  return useOnce<StageItems>(async (items, idempotencyKey) => {
    const { runStage } = await ask(runStageDocument, { input: { ...items, idempotencyKey } });
    news.started('galley.lists.run.started', runStage.run);
  });
}

/** Tries failed items again. */
export function useRetry(): (items: FailedItems) => Promise<boolean> {
  const { ask } = useWires();
  const news = useRunNews();
  return useOnce<FailedItems>(async (items, idempotencyKey) => {
    const { retryFailed } = await ask(retryFailedDocument, { input: { ...items, idempotencyKey } });
    news.started(`galley.lists.retry.${retryFailed.outcome}`, retryFailed.run);
  });
}

/** With a new key each time, but the same again for the same items where nobody knows whether the last has arrived. */
function useOnce<Items>(start: (items: Items, key: string) => Promise<void>) {
  const unsettled = useRef({ items: '', key: '' });
  const news = useRunNews();
  const refresh = useRefresh();
  return async (items: Items) => {
    const asked = JSON.stringify(items);
    const key = unsettled.current.items === asked ? unsettled.current.key : newKey();
    unsettled.current = { items: asked, key };
    try {
      await start(items, key);
      unsettled.current.items = '';
      refresh();
      return true;
    } catch (error) {
      news.refused(error);
      const isUnknown = error instanceof ApiError && error.code === 'UNREACHABLE';
      if (!isUnknown) unsettled.current.items = '';
      return false;
    }
  };
}
