import { resource } from '../../data/resource.ts';

export const users = {
  [resource.users]: {
    name: 'User |||| Users',
    notifications: {
      created: 'User invited.',
      updated: 'User saved. |||| %{smart_count} users saved.',
      deleted: 'User removed. |||| %{smart_count} users removed.',
    },
    fields: {
      name: 'Name',
      email: 'Email',
      role: 'Role',
      createdAt: 'Added',
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
    OWNER: 'Everything, including users, keys and credits.',
    EDITOR: 'Everything except users, keys, AI settings and credits.',
    VIEWER: 'Sees everything, changes nothing.',
  },
  change: 'Change the role of %{name} to %{role}?',
  invite: 'Invite',
  makeLink: 'Create link',
  newLink: 'New sign-in link',
  link: 'Sign-in link',
  linkHelp:
    'It is shown only this once, works once, and signs in whoever has it. Give it only to the person it is for.',
  remove: 'Remove',
  removeAsk: 'Remove %{name}?',
  removeHelp: 'They are signed out everywhere at once. What they have done stays.',
};

export const copyOnce = {
  copy: 'Copy',
  copied: 'Copied',
  close: 'Done',
  byHand: 'This browser does not allow copying with a button here. Select the text and copy it by hand.',
};
