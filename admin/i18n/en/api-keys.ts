import { resource } from '../../data/resource.ts';

export const apiKeys = {
  [resource.apiKeys]: {
    name: 'API key |||| API keys',
    notifications: {
      created: 'API key created.',
      updated: 'API key saved. |||| %{smart_count} API keys saved.',
      deleted: 'API key revoked. |||| %{smart_count} API keys revoked.',
    },
    fields: {
      name: 'Name',
      prefix: 'Begins with',
      scopes: 'Scopes',
      lastUsedAt: 'Last used',
      createdAt: 'Created',
    },
  },
};

export const apiKeyPages = {
  state: 'Status',
  none: 'No API keys yet',
  noneHelp: 'With a key, a program can use the API: import keywords, start runs, read the results.',
  create: 'New API key',
  name: 'Name',
  nameHelp: 'Such as the name of the program that uses it.',
  may: 'What it may do',
  make: 'Create key',
  made: 'Your new API key',
  madeHelp: 'Copy it now: it is shown only this once, and is not stored.',
  scopes: { READ: 'Read', WRITE: 'Write', RUN: 'Run' },
  about: {
    READ: 'Read: everything except users and keys',
    WRITE: 'Write: import and edit',
    RUN: 'Run: start and control runs, which spends credits',
  },
  never: 'Never',
  revoke: 'Revoke',
  revoked: 'Revoked',
  revokeAsk: 'Revoke “%{name}”?',
  revokeHelp: 'Anything that uses it will be refused from now on. This cannot be undone.',
};
