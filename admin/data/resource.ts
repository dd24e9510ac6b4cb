/** The names under which react-admin knows the API's things: they are the paths of their pages, too. */
export const resource = {
  sites: 'sites',
  keywords: 'planner/keywords',
  clusters: 'planner/clusters',
  ideas: 'planner/ideas',
  tasks: 'writer/tasks',
  contents: 'writer/content',
  images: 'writer/images',
  runs: 'automation/runs',
  creditEntries: 'account/credits',
  users: 'account/users',
  apiKeys: 'account/api-keys',
} as const;

export type ResourceName = (typeof resource)[keyof typeof resource];
