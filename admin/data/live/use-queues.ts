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

/** What waits before each stage of the site. `pollEvery` is the run's own: while none is at work, little changes. */
export function useQueues(
  siteId: string,
  pollEvery: PollEvery<QueuesQuery> = () => 10_000,
): QueuesQuery['queues'] | undefined {
  const { data } = useLive({
    key: ['queues', siteId],
    query: queuesDocument,
    variables: { siteId },
    subscription: queuesChangedDocument,
    follow: () => ({ siteId }),
    apply: (_, { queuesChanged }) => ({ queues: queuesChanged }),
    pollEvery,
  });
  return data?.queues;
}
