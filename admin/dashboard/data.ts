import { graphql } from '../data/gql/gql.ts';

export const overviewDocument = graphql(`
  query Overview {
    overview {
      active {
        id runId status percent startedAt currentStage creditsUsed estimatedCredits
        site { id name }
        timeLeft { seconds lowSeconds highSeconds }
        waitingFor { message }
        stages { key number title }
      }
      failed { id runId startedAt site { id name } error { message stage } }
      reviews { drafts site { id name } }
      schedules { site { id name timeZone } schedule { nextRunAt pausedReason enabled timeZone } }
    }
  }
`);
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
