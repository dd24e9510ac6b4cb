/** What lists of the pipeline's things have in common. */
export const lists = {
  keys: 'J and K go through the rows, Space chooses one, Enter opens it.',
  keysToLook: 'J and K go through the rows, Enter opens one.',
  fields: {
    status: 'Status',
    failed: 'Failed',
    disabled: 'Kept out of runs',
    cluster: 'Cluster',
  },
  chosen: {
    label: 'What is chosen',
    some: '%{smart_count} chosen',
    all: 'All %{smart_count} that match are chosen',
    chooseAll: 'Choose all %{smart_count} that match',
    clear: 'Choose none',
  },
  outcome: {
    changed: '%{smart_count} done. |||| %{smart_count} done.',
    leftOut: '%{smart_count} is left as it is: %{why}. |||| %{smart_count} are left as they are: %{why}.',
  },
  run: {
    starting: 'Starting…',
    started: 'A run has started.',
    open: 'Open %{name}',
    ask: '%{action}: 1 item? |||| %{action}: %{smart_count} items?',
    askAll: 'A run starts over all that match these filters. It spends credits for what it makes.',
    askFirst:
      'One run takes %{count} chosen items at most: it starts over the first %{count} that match. A run of the pipeline takes all that wait.',
  },
  retry: {
    action: 'Retry',
    STARTED: 'A run has started for it.',
    JOINED: 'The run that is under way takes it up.',
    FOLLOWS: 'A run will follow the one that is under way, and take it up.',
  },
  disable: 'Keep out of runs',
  enable: 'Let into runs',
  delete: { title: '%{action} 1 item? |||| %{action} %{smart_count} items?' },
  export: {
    label: 'Files being made',
    begun: '%{name}: counting the rows…',
    done: '%{name}: %{done} of %{total} rows',
  },
};

export const inPlace = {
  edit: 'Edit %{field}',
  longHelp: 'Ctrl and Enter save, Escape takes it back.',
};
