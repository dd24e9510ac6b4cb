import { useNotify } from 'ra-core';
import type { SeenContentInput } from '../../../data/gql/graphql.ts';
import { useWires } from '../../../data/wires.ts';
import { reasonOf } from '../../reason-of.ts';
import { useArticleChanged } from '../use-article-changed.ts';
import { approveDocument, sendBackDocument } from './data.ts';

interface Decided {
  readonly changed: number;
  readonly leftOut: readonly { readonly why: string }[];
}

export interface ReviewActions {
  /** Each resolves to whether it is done, once the queue shows it; what is in the way is told. */
  approve(draft: SeenContentInput): Promise<boolean>;
  sendBack(ids: readonly string[], reason: string): Promise<boolean>;
}

/** What a person decides about drafts. Nothing shows as done before it is. */
export function useReviewActions(): ReviewActions {
  const { ask } = useWires();
  const notify = useNotify();
  const changed = useArticleChanged();
  const told = async (work: () => Promise<Decided>, done: string): Promise<boolean> => {
    try {
      const { changed: count, leftOut } = await work();
      const [left] = leftOut;
      if (left) notify('galley.review.leftOut', { type: 'warning', messageArgs: { why: left.why } });
      else notify(done, { type: 'success', messageArgs: { smart_count: count } });
      return !left;
    } catch (error) {
      notify(reasonOf(error), { type: 'error' });
      return false;
    } finally {
      await changed();
    }
  };
  return {
    approve: (draft) =>
      told(
        async () =>
          (await ask(approveDocument, { input: { ids: [draft.id], seen: [draft] } })).approveContent,
        'galley.review.approved',
      ),
    sendBack: (ids, reason) =>
      told(
        async () => (await ask(sendBackDocument, { input: { ids: [...ids], reason } })).sendBackContent,
        'galley.review.sentBack',
      ),
  };
}
