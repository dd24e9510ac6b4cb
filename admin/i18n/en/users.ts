import { resource } from '../../data/resource.ts';

export const users = {
  [resource.users]: {
    name: 'User |||| Users',
    fields: {
      name: 'Name',
      email: 'Email',
      role: 'Role',
      createdAt: 'Since',
    },
  },
};
