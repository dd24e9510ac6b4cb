import { resource } from '../../data/resource.ts';

export const creditEntries = {
  [resource.creditEntries]: {
    name: 'Entry |||| Credits',
    fields: {
      createdAt: 'When',
      kind: 'Type',
      amount: 'Credits',
      stage: 'Stage',
      site: 'Site',
      run: 'Run',
    },
  },
};

export const creditPages = {
  title: 'Balance',
  availableNow: 'available to spend, or to hold for runs',
  heldNow: 'held for active runs',
  usedNow: 'of these, used so far',
  kinds: { TOP_UP: 'Credits added', CHARGE: 'Batch', SETTLEMENT: 'Run settled' },
  show: 'Show',
  shown: {
    balance: 'What changed the balance',
    batches: 'What each batch cost',
    all: 'Both',
  },
  help: 'Batches are charged to their run. What they cost together leaves the balance when the run ends, as “Run settled”.',
  gone: 'Deleted',
  site: 'Site',
  none: 'No entries yet',
  add: 'Add credits',
  amount: 'Credits',
  amountHelp: 'Runs waiting for credits resume by themselves.',
  added: 'Credits added. %{available} are available now.',
};
