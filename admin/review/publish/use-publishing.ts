import { useState } from 'react';
import type { PublishedRowFragment } from '../../data/gql/graphql.ts';
import { newKey } from '../../data/new-key.ts';
import { useWires } from '../../data/wires.ts';
import { useArticleChanged } from '../../shell/article/use-article-changed.ts';
import { reasonOf } from '../../shell/reason-of.ts';
import { publishDocument, type ReviewRow } from '../data.ts';
import { useAsRead } from '../use-as-read.ts';

/** So many in one request: what has come of some shows while the others go on. */
const atOnce = 10;

export interface Publishing {
  readonly state: 'asking' | 'working' | 'broken' | 'done';
  readonly results: readonly PublishedRowFragment[];
  /** Why it broke off. */
  readonly problem: string | null;
  /** Begins, or goes on where it broke off. Resolves to those that are published. */
  publish(): Promise<string[]>;
}

/**
 * Publishes drafts, some at a time, and keeps what came of each. A request that was cut off is sent again under its
 * key: what it has done already is not done twice.
 */
export function usePublishing(drafts: readonly ReviewRow[]): Publishing {
  const { ask } = useWires();
  const changed = useArticleChanged();
  const [key] = useState(newKey);
  const asRead = useAsRead();
  // As it was when they asked for it; and a request that is sent again must be the same.
  const [seen] = useState(() => drafts.map(asRead));
  const [state, setState] = useState<Publishing['state']>('asking');
  const [results, setResults] = useState<readonly PublishedRowFragment[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    state,
    results,
    problem,
    async publish() {
      setState('working');
      setProblem(null);
      let known = results;
      try {
        while (known.length < drafts.length) {
          const some = seen.slice(known.length, known.length + atOnce);
          const ids = some.map(({ id }) => id);
          const input = { ids, seen: some, idempotencyKey: `${key}:${known.length}` };
          const { publishContent } = await ask(publishDocument, { input });
          known = [...known, ...publishContent.results];
          setResults(known);
        }
        setState('done');
      } catch (error) {
        setProblem(reasonOf(error));
        setState('broken');
      }
      await changed();
      return known.filter(({ outcome }) => outcome === 'PUBLISHED').map(({ id }) => id);
    },
  };
}
