import { useQuery } from '@tanstack/react-query';
import { graphql } from './gql/gql.ts';
import { useWires } from './wires.ts';

const stageNamesDocument = graphql(`
  query StageNames {
    stages { key title }
  }
`);

/** The title of a stage by its key; the key itself until that is known, or where there is no such stage any more. */
export function useStageName(): (key: string) => string {
  const { ask } = useWires();
  const { data } = useQuery({
    queryKey: ['stageNames'],
    queryFn: ({ signal }) => ask(stageNamesDocument, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const titles = new Map(data?.stages.map(({ key, title }) => [key, title]));
  return (key) => titles.get(key) ?? key;
}
