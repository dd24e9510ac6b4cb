/** Every status in words, as the plan has them. */
export const status = {
  keyword: { NEW: 'Pending', MAPPED: 'Clustered' },
  cluster: { NEW: 'New', MAPPED: 'Has ideas' },
  idea: { NEW: 'Ready', QUEUED: 'Queued', COMPLETED: 'Written' },
  task: { QUEUED: 'Queued', COMPLETED: 'Written' },
  content: { DRAFT: 'Draft', REVIEW: 'In review', PUBLISHED: 'Published' },
  image: { PENDING: 'Pending', GENERATED: 'Generated' },
  run: {
    RUNNING: 'Running',
    PAUSED: 'Paused',
    COMPLETED: 'Completed',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
  },
  level: { INFO: 'Info', SUCCESS: 'Success', WARNING: 'Warning', ERROR: 'Error' },
  publishing: {
    PUBLISHED: 'Published',
    ALREADY_PUBLISHED: 'Already published',
    REFUSED: 'Refused',
    FAILED: 'Failed',
  },
  decision: { APPROVED: 'Approved', SENT_BACK: 'Sent back', PUBLISHED: 'Published' },
  item: { FAILED: 'Failed', DISABLED: 'Excluded from runs' },
};
