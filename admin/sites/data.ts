import { graphql } from '../data/gql/gql.ts';
import type { CreateSiteInput } from '../data/gql/graphql.ts';
import type { ResourceData } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Sites($first: Int!, $offset: Int!) {
    sites(first: $first, offset: $offset) {
      totalCount
      nodes { ...SiteRow }
    }
  }
`);
const oneDocument = graphql(`
  query Site($id: ObjectID!) {
    site(id: $id) { ...SiteRow }
  }
`);
graphql(`
  fragment SiteRow on Site {
    id name url language country timeZone audience brandVoice avoidWords pointOfView wordTarget createdAt
  }
`);
const createDocument = graphql(`
  mutation CreateSite($input: CreateSiteInput!) {
    createSite(input: $input) { site { ...SiteRow } }
  }
`);
const updateDocument = graphql(`
  mutation UpdateSite($input: UpdateSiteInput!) {
    updateSite(input: $input) { site { ...SiteRow } }
  }
`);
export const deleteDocument = graphql(`
  mutation DeleteSite($input: DeleteSiteInput!) {
    deleteSite(input: $input) { id }
  }
`);

export const contentsDocument = graphql(`
  query SiteContents($siteId: ObjectID!) {
    contents(siteId: $siteId, first: 1) { totalCount }
    keywords(siteId: $siteId, first: 1) { totalCount }
    runs(siteId: $siteId, first: 1) { totalCount }
  }
`);

export const siteData: ResourceData = {
  list: async ({ page }, ask) => (await ask(listDocument, page)).sites,
  one: async (id, ask) => (await ask(oneDocument, { id })).site,
  create: async (fields, _siteId, ask) =>
    (await ask(createDocument, { input: fields as CreateSiteInput })).createSite.site,
  update: async (id, changes, ask) =>
    (await ask(updateDocument, { input: { id, ...changes } })).updateSite.site,
};
