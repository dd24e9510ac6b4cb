/** What lists of the pipeline's things have in common. */
export const lists = {
  keys: 'J and K move through the rows, Space selects one, Enter opens it.',
  keysToLook: 'J and K move through the rows, Enter opens one.',
  keysToUnfold: 'The right and left arrows show and hide its outline.',
  fields: {
    status: 'Status',
    failed: 'Failed',
    disabled: 'Excluded from runs',
    cluster: 'Cluster',
  },
  chosen: {
    label: 'Selection',
    some: '%{smart_count} selected',
    all: 'All %{smart_count} that match are selected',
    chooseAll: 'Select all %{smart_count} that match',
    clear: 'Clear selection',
  },
  outcome: {
    changed: '%{smart_count} done. |||| %{smart_count} done.',
    leftOut: '%{smart_count} left unchanged: %{why}. |||| %{smart_count} left unchanged: %{why}.',
  },
  run: {
    starting: 'Starting…',
    started: 'A run has started.',
    open: 'Open %{name}',
    ask: '%{action}: 1 item? |||| %{action}: %{smart_count} items?',
    estimating: 'Estimating cost and time…',
    items: 'Items',
    someWait: '%{waiting} of the %{count} selected are waiting for this. The others are skipped.',
    noneWaits:
      'None of them is waiting for this: they are already done, have failed, or are excluded from runs.',
    credits: 'Credits',
    time: 'Likely time',
    soon: 'A few seconds',
    range: '(%{low} to %{high})',
    available: 'Available',
    reserve: '%{available} credits; %{needed} needed with the 20% reserve.',
    short: 'There are not enough credits to start it.',
    addCredits: 'Add credits',
  },
  retry: {
    action: 'Retry',
    STARTED: 'A run has started to retry.',
    JOINED: 'The active run will retry.',
    FOLLOWS: 'A separate run will retry once the active run has ended.',
  },
  disable: 'Exclude from runs',
  enable: 'Include in runs',
  delete: {
    title: '%{action} 1 item? |||| %{action} %{smart_count} items?',
    keywords: 'They are deleted for good. What was made from them stays.',
    clusters: 'Clusters that have ideas are kept. The keywords of the others wait for a cluster again.',
    ideas: 'Ideas that have a task are kept. The others are deleted for good.',
    tasks: 'Tasks that have been written are kept. The ideas of the others are excluded from runs.',
    contents: 'Drafts are deleted for good, with their images. Published ones are kept.',
    images: 'They are deleted for good. A draft that was waiting for nothing else moves to review.',
  },
  stages: {
    cluster: 'Cluster',
    ideas: 'Generate ideas',
    queue: 'Queue to writer',
    write: 'Generate content',
    prompts: 'Generate prompts',
    images: 'Generate images',
  },
  words: {
    open: 'Set words…',
    title: 'Words per article for 1 item |||| Words per article for %{smart_count} items',
    label: 'Words per article',
    action: 'Set',
  },
  empty: {
    keywords: {
      title: 'No keywords yet',
      help: 'Drop a CSV file anywhere on this page, choose one, or add keywords by hand. Runs turn them into articles.',
      helpToLook: 'Runs turn keywords into articles, once an editor has imported some.',
    },
    clusters: {
      title: 'No clusters yet',
      help: 'A run groups keywords into clusters: topics for several articles each.',
      action: 'Go to keywords',
    },
    ideas: {
      title: 'No ideas yet',
      help: 'Ideas for articles come from clusters, through a run or “Generate ideas”.',
      action: 'Go to clusters',
    },
    tasks: {
      title: 'No tasks yet',
      help: 'A task is an idea queued to the writer, through a run or “Queue to writer”.',
      action: 'Go to ideas',
    },
    contents: {
      title: 'No drafts yet',
      help: 'Drafts are written from tasks, through a run or “Generate content”.',
      action: 'Go to tasks',
    },
    images: {
      title: 'No images yet',
      help: 'Images are planned for drafts, through a run or “Generate prompts”.',
      action: 'Go to drafts',
    },
    runs: {
      title: 'No runs yet',
      help: 'The schedule or “Run now” starts them. Each is listed here with its results.',
      action: 'Go to the pipeline',
    },
  },
  export: {
    label: 'Exports in progress',
    begun: '%{name}: counting rows…',
    done: '%{name}: %{done} of %{total} rows',
  },
};

export const inPlace = {
  edit: 'Edit %{field}',
  longHelp: 'Ctrl+Enter saves, Escape cancels.',
};

export const item = {
  gone: 'There is nothing here. It may have been deleted, or merged into another.',
  loading: 'Loading…',
};

export const move = {
  title: 'Move 1 keyword |||| Move %{smart_count} keywords',
  open: 'Move…',
  into: 'Into cluster',
  newName: 'Or name a new cluster',
  none: 'No cluster name contains this.',
  action: 'Move',
  out: 'Remove from its cluster',
  chip: '%{phrase}: move to another cluster',
};

export const noAccess = {
  title: 'Not for your role',
  none: 'Your role cannot open this page',
  help: 'Whoever manages the account’s users can change your role.',
};

export const notFound = {
  title: 'Page not found',
  none: 'There is no page at %{path}',
  help: 'The link may be old, or the address mistyped. The menu lists all pages.',
  home: 'Go to the dashboard',
};

export const plan = {
  plan: 'Plan',
  lineage: 'Where it comes from and where it leads',
  title: 'Title',
  name: 'Name',
  description: 'Description',
  brief: 'Outline',
  articleKind: 'Article type',
  keywords: 'Target keywords, main one first',
  wordTarget: 'Words',
  made: 'Created',
  cluster: 'Cluster',
  idea: 'Idea',
  task: 'Task',
  content: 'Draft',
  notYet: 'Not yet',
  kinds: {
    GUIDE: 'Guide',
    HOW_TO: 'How-to',
    LIST: 'List',
    COMPARISON: 'Comparison',
    REVIEW: 'Review',
    QUESTION: 'Question',
    LOCAL: 'Local',
  },
};
