import { graphql } from '../gql/gql.ts';
import type { RunActivityQuery } from '../gql/graphql.ts';
import { pollingFor, useLive } from './use-live.ts';

const runActivityDocument = graphql(`
  query RunActivity($runId: ObjectID!) {
    run(id: $runId) {
      id status
      recentActivity { seq at level stage stageNumber message }
    }
  }
`);
const activityDocument = graphql(`
  subscription Activity($runId: ObjectID!, $after: Int!) {
    activity(runId: $runId, after: $after) { seq at level stage stageNumber message }
  }
`);

export type ActivityRow = RunActivityQuery['run']['recentActivity'][number];

/** The run's last rows and each that comes, the oldest first, without gap or repeat; undefined until they are known. */
export function useActivity(runId: string): readonly ActivityRow[] | undefined {
  const { data } = useLive({
    key: ['activity', runId],
    query: runActivityDocument,
    variables: { runId },
    subscription: activityDocument,
    follow: ({ run }) => ({ runId, after: run.recentActivity.at(-1)?.seq ?? 0 }),
    apply: ({ run }, { activity }) => {
      const isKnown = activity.seq <= (run.recentActivity.at(-1)?.seq ?? 0);
      return { run: isKnown ? run : { ...run, recentActivity: [...run.recentActivity, activity] } };
    },
    pollEvery: (snapshot) => pollingFor(snapshot?.run.status),
  });
  return data?.run.recentActivity;
}
