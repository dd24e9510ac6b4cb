/** The messages whose keys are completed while the console runs, each by what may stand at the `*` in it. */
import { buildSchema, isEnumType } from 'graphql';
import { textOf } from './sources.ts';

const schema = buildSchema(textOf('schema/schema.graphql'));

/** The values of an enum of the API. */
function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`The API has no enum ${name}.`);
  return type.getValues().map((value) => value.name);
}

/** Kinds of status, and the API's enum of each. */
const statuses = {
  keyword: 'KeywordStatus',
  cluster: 'ClusterStatus',
  idea: 'IdeaStatus',
  task: 'TaskStatus',
  content: 'ContentStatus',
  image: 'ImageStatus',
  run: 'RunStatus',
  publishing: 'PublishOutcome',
  decision: 'Decision',
};
const statusKeys = Object.entries(statuses).flatMap(([kind, name]) =>
  valuesOf(name).map((value) => `${kind}.${value}`),
);
const steps = ['site', 'keywords', 'run', 'review'];
const limits = ['maxFailedItems', 'usdPerRun', 'pausedDays', 'catchUpHours'];
const lists = ['keywords', 'clusters', 'ideas', 'tasks', 'contents', 'images', 'runs'];
const aiFields = ['textModels', 'imageModels', 'baseUrl', 'usdPerMonth'];
const checks = ['length', 'keyword', 'meta', 'pictures', 'alt', 'links'];

export const openMessages: Readonly<Record<string, readonly string[]>> = {
  'galley.ai.about.*': aiFields,
  'galley.ai.fields.*': aiFields,
  'galley.ai.providers.*': valuesOf('AiProvider'),
  'galley.aiUsage.columns.*': valuesOf('AiUsageBy'),
  'galley.aiUsage.figures.*': ['cost', 'calls', 'unusable', 'tokens'],
  'galley.aiUsage.ways.*': valuesOf('AiUsageBy'),
  'galley.apiKeys.about.*': valuesOf('Scope'),
  'galley.apiKeys.scopes.*': valuesOf('Scope'),
  'galley.article.lineage.*': ['keyword', 'cluster', 'idea', 'task', 'draft', 'prompts', 'images'],
  'galley.article.tools.*': ['bold', 'italic', 'bullets', 'numbers', 'quote', 'undo', 'redo'],
  'galley.article.tools.level*': ['0', '2', '3', '4'],
  'galley.automation.configure.*': limits,
  'galley.automation.configure.*Help': limits,
  'galley.automation.controls.*': ['pause', 'resume'],
  'galley.automation.details.*': ['earlier', 'later'],
  // Where stages have other names in another language.
  'galley.automation.details.lists.*': [],
  'galley.automation.details.outcomes.*': valuesOf('AiCallStatus'),
  'galley.automation.flow.names.*': [],
  'galley.automation.flow.words.*': ['pending', 'new', 'ready', 'queued', 'drafts', 'waiting', 'generating'],
  'galley.automation.kind.*': valuesOf('StageKind'),
  'galley.automation.retry.*': valuesOf('RetryOutcome'),
  'galley.automation.sample.*': ['content', 'texts', 'images'],
  'galley.automation.schedule.frequencies.*': valuesOf('Frequency'),
  'galley.automation.schedule.status.*': ['on', 'off', 'late', 'stopped'],
  'galley.automation.schedule.weekdays.*': valuesOf('Weekday'),
  'galley.automation.state.*': [
    ...['running', 'held', 'paused', 'credits', 'completed', 'skipped'],
    ...['failed', 'cancelled', 'unreached', 'review'],
  ],
  'galley.automation.trigger.*': valuesOf('RunTrigger'),
  // Errors that say themselves what to do have none.
  'galley.automation.whatToDo.*': [],
  'galley.automation.why.*': ['RATE_LIMIT', 'RETRY', 'WORKER', 'OTHER_WORKER'],
  'galley.clusters.*': ['ideas', 'tasks', 'contents'],
  'galley.creditPages.*Now': ['available', 'held', 'used'],
  'galley.creditPages.kinds.*': valuesOf('EntryKind'),
  'galley.creditPages.shown.*': ['all', 'balance', 'batches'],
  'galley.dashboard.first.*.action': steps,
  'galley.dashboard.first.*.help': steps,
  'galley.dashboard.first.*.title': steps,
  'galley.images.kinds.*': valuesOf('ImageKind'),
  'galley.import.*': ['noRows', 'noKeyword', 'tooLong'],
  'galley.import.lists.*': ['bad', 'duplicate', 'known'],
  'galley.import.outcome.*': valuesOf('ImportOutcome').map((outcome) => outcome.toLowerCase()),
  'galley.lists.empty.*.action': lists.slice(1),
  'galley.lists.empty.*.help': lists,
  'galley.lists.empty.*.helpToLook': ['keywords'],
  'galley.lists.empty.*.title': lists,
  'galley.lists.retry.*': valuesOf('RetryOutcome'),
  'galley.live.*': ['lost', 'blocked'],
  'galley.plan.*': [
    ...['title', 'name', 'description', 'brief', 'articleKind', 'keywords', 'wordTarget', 'made'],
    ...['cluster', 'idea', 'task', 'content'],
  ],
  'galley.plan.kinds.*': valuesOf('ArticleKind'),
  'galley.review.checks.*': checks,
  'galley.review.checks.*Not': [...checks, 'sample'],
  'galley.review.quick.*': ['facts', 'keyword', 'tone', 'short', 'pictures', 'links'],
  'galley.runs.row.*': ['status', 'startedAt', 'took', 'credits', 'estimate'],
  'galley.runs.trigger.*': valuesOf('RunTrigger'),
  'galley.status.*.*': [...statusKeys, 'item.FAILED', 'item.DISABLED'],
  'galley.status.cluster.*': valuesOf('ClusterStatus'),
  'galley.status.content.*': valuesOf('ContentStatus'),
  'galley.status.idea.*': valuesOf('IdeaStatus'),
  'galley.status.image.*': valuesOf('ImageStatus'),
  'galley.status.keyword.*': valuesOf('KeywordStatus'),
  'galley.status.level.*': valuesOf('ActivityLevel'),
  'galley.status.publishing.*': valuesOf('PublishOutcome'),
  'galley.status.run.*': valuesOf('RunStatus'),
  'galley.theme.*': ['light', 'dark', 'system'],
  'galley.users.about.*': valuesOf('Role'),
  'galley.users.roles.*': valuesOf('Role'),
  'resources.planner/keywords.fields.*': ['phrase', 'volume', 'difficulty', 'cpc', 'intent', 'country'],
  'resources.sites.delete.holds.*': ['contents', 'keywords', 'runs'],
  'resources.sites.pointOfView.*': valuesOf('PointOfView'),
};

/** The keys that may come of an open one: `galley.theme.*` comes out as `galley.theme.light` and others. */
export function closedKeys(open: string): string[] {
  return (openMessages[open] ?? []).map((value) => {
    const parts = open.split('*').length > 2 ? value.split('.') : [value];
    return parts.reduce((key, part) => key.replace('*', part), open);
  });
}
