import { resource } from '../../data/resource.ts';

export const apiKeys = {
  [resource.apiKeys]: {
    name: 'API key |||| API keys',
    notifications: {
      created: 'The key is made.',
      updated: 'The key is saved. |||| %{smart_count} keys are saved.',
      deleted: 'The key is revoked. |||| %{smart_count} keys are revoked.',
    },
    fields: {
      name: 'Name',
      prefix: 'Begins with',
      scopes: 'May',
      lastUsedAt: 'Last used',
      createdAt: 'Made',
    },
  },
};

export const apiKeyPages = {
  state: 'State',
  none: 'No API keys yet',
  noneHelp: 'With a key, a program uses the API: imports keywords, starts runs, reads what came of them.',
  create: 'New API key',
  name: 'What it is for',
  nameHelp: 'Such as the name of the program.',
  may: 'What it may do',
  make: 'Make the key',
  made: 'The new API key',
  madeHelp: 'It is shown only now, and stored nowhere: copy it to where it is needed.',
  scopes: { READ: 'Read', WRITE: 'Write', RUN: 'Run' },
  about: {
    READ: 'Read: sees everything but users and keys',
    WRITE: 'Write: imports and edits',
    RUN: 'Run: starts and steers runs, which spends credits',
  },
  never: 'Never',
  revoke: 'Revoke',
  revoked: 'Revoked',
  revokeAsk: 'Revoke “%{name}”?',
  revokeHelp: 'Whatever uses it is refused from now on. It cannot be undone.',
};
