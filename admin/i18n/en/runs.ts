import { resource } from '../../data/resource.ts';

export const runs = {
  [resource.runs]: {
    name: 'Run |||| Runs',
    fields: {
      runId: 'Run',
      status: 'Status',
      startedAt: 'Started',
      creditsUsed: 'Credits',
      trigger: 'Trigger',
      elapsedSeconds: 'Duration',
      stages: 'Stages',
    },
  },
};
