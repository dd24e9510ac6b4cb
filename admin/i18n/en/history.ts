/** The pages of runs of the past. */
export const runWords = {
  timeline: 'Timeline',
  notBegun: 'No stage has started yet.',
  trigger: { MANUAL: 'Manual', SCHEDULED: 'Schedule' },
  stageTook: 'Stage %{number}: %{time}',
  compare: 'Compare',
  compareHelp: 'Select two runs to compare them.',
  compareTitle: 'Two runs side by side',
  row: {
    status: 'Outcome',
    startedAt: 'Started',
    took: 'Duration',
    credits: 'Credits used',
    estimate: 'Credits estimated',
  },
  stageRow: '%{number}. %{title}',
  stageValue: '%{time}, %{credits} cr, %{processed} done',
  stageFailed: ', %{failed} failed',
  none: '—',
  underASecond: '< 1s',
};
