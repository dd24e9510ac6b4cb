import type { ResourceProps } from 'ra-core';
import * as apiKeys from './api-keys/index.ts';
import * as runs from './automation/index.ts';
import * as clusters from './clusters/index.ts';
import * as contents from './contents/index.ts';
import * as creditEntries from './credits/index.ts';
import { type ResourceName, resource } from './data/resource.ts';
import * as ideas from './ideas/index.ts';
import * as images from './images/index.ts';
import * as keywords from './keywords/index.ts';
import * as sites from './sites/index.ts';
import * as tasks from './tasks/index.ts';
import * as users from './users/index.ts';

/** The pages of each resource: a folder each. */
export const pages = {
  [resource.sites]: sites,
  [resource.keywords]: keywords,
  [resource.clusters]: clusters,
  [resource.ideas]: ideas,
  [resource.tasks]: tasks,
  [resource.contents]: contents,
  [resource.images]: images,
  [resource.runs]: runs,
  [resource.creditEntries]: creditEntries,
  [resource.users]: users,
  [resource.apiKeys]: apiKeys,
} satisfies Record<ResourceName, Omit<ResourceProps, 'name'>>;
