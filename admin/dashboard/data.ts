import { graphql } from '../data/gql/gql.ts';

export const creditDaysDocument = graphql(`
  query CreditDays($days: Int!, $timeZone: String!) {
    creditDays(days: $days, timeZone: $timeZone) { day used }
  }
`);
export const firstStepsDocument = graphql(`
  query FirstSteps($siteId: ObjectID!) {
    keywords(siteId: $siteId, first: 1) { totalCount }
    runs(siteId: $siteId, first: 1) { totalCount }
  }
`);
