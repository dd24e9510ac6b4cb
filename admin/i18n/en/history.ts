/** The pages of runs of the past. */
export const runWords = {
  timeline: 'Timeline',
  notBegun: 'No stage has begun yet.',
  trigger: { MANUAL: 'Hand', SCHEDULED: 'Schedule' },
  stageTook: 'Stage %{number}: %{time}',
  compare: 'Compare',
  compareHelp: 'Choose two runs to compare them.',
  compareTitle: 'Two runs side by side',
  row: {
    status: 'Outcome',
    startedAt: 'Started',
    took: 'Took',
    credits: 'Credits used',
    estimate: 'Credits estimated',
  },
  stageRow: '%{number}. %{title}',
  stageValue: '%{time}, %{credits} cr, %{processed} done',
  stageFailed: ', %{failed} failed',
  none: '—',
  underASecond: '< 1s',
};
