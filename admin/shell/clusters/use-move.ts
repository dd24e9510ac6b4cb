import { graphql } from '../../data/gql/gql.ts';
import type { Choice } from '../../data/resource-data.ts';
import { useWires } from '../../data/wires.ts';
import { useTellOutcome } from '../list/use-bulk.ts';
import { useAttempt } from '../use-attempt.ts';

const moveDocument = graphql(`
  mutation MoveKeywords($input: MoveKeywordsInput!) {
    moveKeywords(input: $input) { changed leftOutCount leftOut { why } }
  }
`);
const createClusterDocument = graphql(`
  mutation CreateCluster($input: CreateClusterInput!) {
    createCluster(input: $input) { cluster { id } }
  }
`);

export interface Move {
  /** Puts keywords into a cluster; null: among those that wait for one. True where that was done. */
  into(choice: Choice, clusterId: string | null): Promise<boolean>;
  /** Puts them into a new one. */
  intoNew(siteId: string, keywordIds: readonly string[], name: string): Promise<boolean>;
}

export function useMove(): Move {
  const { ask } = useWires();
  const tell = useTellOutcome();
  // The next keyword may be dropped on a cluster while the last is on its way there.
  const attempt = useAttempt({ isForMany: true });
  return {
    into: (choice, clusterId) =>
      attempt(async () => tell((await ask(moveDocument, { input: { ...choice, clusterId } })).moveKeywords)),
    intoNew: (siteId, keywordIds, name) =>
      attempt(async () => {
        await ask(createClusterDocument, { input: { siteId, name, keywordIds: [...keywordIds] } });
      }),
  };
}
