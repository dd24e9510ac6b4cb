import { graphql } from '../gql/gql.ts';
import type { QueuesQuery } from '../gql/graphql.ts';
import { type PollEvery, useLive } from './use-live.ts';

const queuesDocument = graphql(`
  query Queues($siteId: ObjectID!) {
    queues(siteId: $siteId) { key number title kind pending total }
  }
`);
const queuesChangedDocument = graphql(`
  subscription QueuesChanged($siteId: ObjectID!) {
    queuesChanged(siteId: $siteId) { key number title kind pending total }
  }
`);

/** What waits before each stage of the site, undefined until that is known. */
export function useQueues(
  siteId: string,
  pollEvery: PollEvery<QueuesQuery> = () => 10_000,
): { readonly queues: QueuesQuery['queues'] | undefined; readonly error: Error | null } {
  const { data, error } = useLive({
    key: ['queues', siteId],
    query: queuesDocument,
    variables: { siteId },
    subscription: queuesChangedDocument,
    follow: () => ({ siteId }),
    apply: (_, { queuesChanged }) => ({ queues: queuesChanged }),
    pollEvery,
    atMostEveryMs: 250,
  });
  return { queues: data?.queues, error };
}
