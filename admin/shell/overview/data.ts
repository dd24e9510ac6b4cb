import { graphql } from '../../data/gql/gql.ts';

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
      lastFailed { id site { id } }
      reviews { drafts site { id name } }
      schedules { site { id name timeZone } schedule { nextRunAt pausedReason enabled timeZone } }
    }
  }
`);
