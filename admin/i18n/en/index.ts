import reactAdmin from 'ra-language-english';
import { apiKeys } from './api-keys.ts';
import { clusters } from './clusters.ts';
import { contents } from './contents.ts';
import { creditEntries } from './credits.ts';
import { ideas } from './ideas.ts';
import { images } from './images.ts';
import { keywords } from './keywords.ts';
import { runs } from './runs.ts';
import { shell } from './shell.ts';
import { sites } from './sites.ts';
import { status } from './status.ts';
import { tasks } from './tasks.ts';
import { users } from './users.ts';

/** What stands around every page and what things are called, in English: one file an area. Pages' own: pages.ts. */
export const english = {
  ...reactAdmin,
  ra: {
    ...reactAdmin.ra,
    navigation: { ...reactAdmin.ra.navigation, no_filtered_results: 'Nothing matches these filters.' },
    auth: { ...reactAdmin.ra.auth, logout: 'Sign out' },
    message: {
      ...reactAdmin.ra.message,
      invalid_form: 'Something is missing or not valid: the fields say what.',
    },
    page: { ...reactAdmin.ra.page, create: 'New %{name}' },
  },
  galley: { ...shell, status },
  resources: {
    ...sites,
    ...keywords,
    ...clusters,
    ...ideas,
    ...tasks,
    ...contents,
    ...images,
    ...runs,
    ...creditEntries,
    ...users,
    ...apiKeys,
  },
};
