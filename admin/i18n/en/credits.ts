import { resource } from '../../data/resource.ts';

export const creditEntries = {
  [resource.creditEntries]: {
    name: 'Entry |||| Credits',
    fields: {
      createdAt: 'When',
      kind: 'What',
      amount: 'Credits',
      stage: 'Stage',
      site: 'Site',
      run: 'Run',
    },
  },
};

export const creditPages = {
  title: 'Credits now',
  availableNow: 'may be spent, or set aside for runs',
  heldNow: 'set aside for runs that are under way',
  usedNow: 'of these, used so far',
  kinds: { TOP_UP: 'Credits added', CHARGE: 'A batch', SETTLEMENT: 'A run’s end' },
  site: 'Site',
  none: 'Nothing has come in or gone out yet',
  add: 'Add credits',
  amount: 'Credits',
  amountHelp: 'Runs that wait for credits go on by themselves.',
  added: 'Added. There are %{available} credits now.',
};
