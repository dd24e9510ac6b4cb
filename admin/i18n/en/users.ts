import { resource } from '../../data/resource.ts';

export const users = {
  [resource.users]: {
    name: 'User |||| Users',
    notifications: {
      created: 'The person is invited.',
      updated: 'The person is saved. |||| %{smart_count} people are saved.',
      deleted: 'The person is removed. |||| %{smart_count} people are removed.',
    },
    fields: {
      name: 'Name',
      email: 'Email',
      role: 'Role',
      createdAt: 'Since',
    },
  },
};

export const userPages = {
  you: '%{name} (you)',
  actions: 'Access',
  name: 'Name',
  email: 'Email',
  role: 'Role',
  roleOf: 'Role of %{name}',
  roles: { OWNER: 'Owner', EDITOR: 'Editor', VIEWER: 'Viewer' },
  about: {
    OWNER: 'Everything, users, keys and credits too.',
    EDITOR: 'Everything but users, keys, AI settings and credits.',
    VIEWER: 'Sees everything, and changes nothing.',
  },
  change: 'Make %{name} %{role}?',
  invite: 'Invite',
  makeLink: 'Make the link',
  newLink: 'New sign-in link',
  link: 'A link to sign in by',
  linkHelp: 'It is shown only now, works once, and signs in whoever has it: hand it to them alone.',
  remove: 'Remove',
  removeAsk: 'Remove %{name}?',
  removeHelp: 'They are signed out everywhere at once. What they have done stays.',
};

export const copyOnce = {
  copy: 'Copy',
  copied: 'Copied',
  close: 'I have it',
  byHand: 'The browser does not let it be copied by a button here. Choose the text and copy it by hand.',
};
