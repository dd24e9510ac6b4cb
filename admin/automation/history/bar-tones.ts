import type { StageStatus } from '../../data/gql/graphql.ts';

/** The colour of a stage's bar in a timeline. */
export const barTones: Readonly<Record<StageStatus, string>> = {
  COMPLETED: 'success.main',
  RUNNING: 'info.main',
  FAILED: 'error.main',
  SKIPPED: 'text.disabled',
  WAITING: 'text.disabled',
};
