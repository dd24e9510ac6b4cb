import { graphql } from '../../data/gql/gql.ts';

graphql(`
  fragment ScheduleFacts on AutomationSchedule {
    enabled frequency time weekday day timeZone nextRunAt lastRunAt pausedReason catchUpHours since
  }
`);

export const scheduleDocument = graphql(`
  query Schedule($siteId: ObjectID!) {
    automationConfig(siteId: $siteId) {
      siteId maxFailedItems usdPerRun pausedDays
      schedule { ...ScheduleFacts }
      stages { stage settings changed }
    }
    nextOccurrences(siteId: $siteId, n: 5)
  }
`);
export const updateScheduleDocument = graphql(`
  mutation UpdateSchedule($input: UpdateScheduleInput!) {
    updateSchedule(input: $input) { schedule { ...ScheduleFacts } }
  }
`);
export const updateConfigDocument = graphql(`
  mutation UpdateAutomationConfig($input: UpdateAutomationConfigInput!) {
    updateAutomationConfig(input: $input) { config { siteId } }
  }
`);
export const estimateDocument = graphql(`
  query Estimate($siteId: ObjectID!, $stages: StageRangeInput) {
    aiProviders(siteId: $siteId) { sample }
    estimateRun(siteId: $siteId, stages: $stages) {
      available needed
      credits { expected low high }
      time { seconds lowSeconds highSeconds }
      stages {
        key number title kind waiting
        items { expected low high }
        credits { expected low high }
        time { seconds lowSeconds highSeconds }
      }
    }
  }
`);
