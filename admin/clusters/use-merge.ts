import { graphql } from '../data/gql/gql.ts';
import { useWires } from '../data/wires.ts';
import { useAttempt } from '../shell/use-attempt.ts';

const mergeDocument = graphql(`
  mutation MergeClusters($input: MergeClustersInput!) {
    mergeClusters(input: $input) { cluster { id } }
  }
`);

/** Puts clusters into another. True where that was done. */
export function useMerge(): (intoId: string, ids: readonly string[]) => Promise<boolean> {
  const { ask } = useWires();
  const attempt = useAttempt();
  return (intoId, ids) =>
    attempt(async () => {
      await ask(mergeDocument, { input: { intoId, ids: [...ids] } });
    });
}
