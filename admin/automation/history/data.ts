import { graphql } from '../../data/gql/gql.ts';
import type { ResourceData } from '../../data/resource-data.ts';

const listDocument = graphql(`
  query Runs($siteId: ObjectID!, $first: Int!, $offset: Int!, $filter: RunFilter) {
    runs(siteId: $siteId, first: $first, offset: $offset, filter: $filter) {
      totalCount
      nodes { ...RunRow }
    }
  }
`);
graphql(`
  fragment RunRow on Run {
    id runId status trigger startedAt endedAt elapsedSeconds creditsUsed estimatedCredits
    stages { key number title status startedAt endedAt elapsedSeconds creditsUsed processed failed }
  }
`);
const oneDocument = graphql(`
  query Run($id: ObjectID!) {
    run(id: $id) { ...RunRow }
  }
`);

export const runData: ResourceData = {
  async list({ siteId, filter, page }, ask) {
    const variables = { siteId, filter, ...page };
    return (await ask(listDocument, variables)).runs;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).run,
};
