/** What lists of the pipeline's things have in common. */
export const lists = {
  keys: 'J and K go through the rows, Space chooses one, Enter opens it.',
  keysToLook: 'J and K go through the rows, Enter opens one.',
  keysToUnfold: 'The arrows to the right and left show and hide its outline.',
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
    estimating: 'Working out what it would cost and take…',
    items: 'Items',
    someWait: '%{waiting} of the %{count} chosen wait for this. The others are passed over.',
    noneWaits: 'None of them waits for this: they are done already, have failed, or are kept out of runs.',
    credits: 'Credits',
    time: 'Likely time',
    soon: 'A few seconds',
    range: '(%{low} to %{high})',
    available: 'Available',
    reserve: '%{available} credits; %{needed} needed with the 20% reserve.',
    short: 'There are too few credits to start it.',
    addCredits: 'Add credits',
  },
  retry: {
    action: 'Retry',
    STARTED: 'A run has started for it.',
    JOINED: 'The run that is under way takes it up.',
    FOLLOWS: 'A run will follow the one that is under way, and take it up.',
  },
  disable: 'Keep out of runs',
  enable: 'Let into runs',
  delete: {
    title: '%{action} 1 item? |||| %{action} %{smart_count} items?',
    keywords: 'They are gone for good. What was made of them stays.',
    clusters: 'Clusters that have ideas are kept. The keywords of the others wait for a cluster again.',
    ideas: 'Ideas of which a task was made are kept. The others are gone for good.',
    tasks: 'Tasks that are written are kept. The ideas of the others are kept out of runs.',
    contents: 'Drafts go with their images, for good. What is published is kept.',
    images: 'They are gone for good. A draft that waited for nothing else comes to review by that.',
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
    open: 'Words…',
    title: 'Words of 1 item |||| Words of %{smart_count} items',
    label: 'Words per article',
    action: 'Set',
  },
  empty: {
    keywords: {
      title: 'No keywords yet',
      help: 'Drop a CSV anywhere on this page, choose one, or add keywords by hand. Runs make articles of them.',
      helpToLook: 'Runs make articles of keywords, once an editor has imported some.',
    },
    clusters: {
      title: 'No clusters yet',
      help: 'A run sorts keywords into clusters: topics, of each of which several articles come.',
      action: 'To the keywords',
    },
    ideas: {
      title: 'No ideas yet',
      help: 'Ideas for articles come of clusters, by a run or by “Generate ideas”.',
      action: 'To the clusters',
    },
    tasks: {
      title: 'No tasks yet',
      help: 'A task is an idea that was queued to the writer, by a run or by “Queue to writer”.',
      action: 'To the ideas',
    },
    contents: {
      title: 'No drafts yet',
      help: 'Drafts are written of tasks, by a run or by “Generate content”.',
      action: 'To the tasks',
    },
    images: {
      title: 'No images yet',
      help: 'Images are planned for drafts, by a run or by “Generate prompts”.',
      action: 'To the drafts',
    },
    runs: {
      title: 'No runs yet',
      help: 'The schedule starts them, or “Run now” does. Each stands here with what came of it.',
      action: 'To the pipeline',
    },
  },
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

export const item = {
  gone: 'There is nothing here (any more). It may have been deleted, or merged into another.',
  loading: 'Loading…',
};

export const move = {
  title: 'Move 1 keyword |||| Move %{smart_count} keywords',
  open: 'Move…',
  into: 'Into cluster',
  newName: 'Or into a new cluster of this name',
  none: 'No cluster has this in its name.',
  action: 'Move',
  out: 'Take out of its cluster',
  chip: '%{phrase}: move to another cluster',
};

export const unread = {
  title: 'This cannot be read just now',
  again: 'Try again',
};

export const noAccess = {
  title: 'Not for your role',
  none: 'Your role does not open this page',
  help: 'Who manages the account’s users can give you another.',
};

export const notFound = {
  title: 'Page not found',
  none: 'There is no page at %{path}',
  help: 'The link may be old, or the address mistyped. All pages are in the menu.',
  home: 'Go to the dashboard',
};

export const plan = {
  plan: 'What it shall become',
  lineage: 'Where it comes from and leads to',
  title: 'Title',
  name: 'Name',
  description: 'What it is about',
  brief: 'Outline',
  articleKind: 'Kind of article',
  keywords: 'Answers, the main one first',
  wordTarget: 'Words',
  made: 'Made',
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
