/**
 * Who may do what. The test of tenancy calls every operation of the schema as everybody in it, and compares what they
 * get with this table; an operation that is not in it fails that test.
 *
 * A new operation is one line here: its name, and who may call it. All others must get FORBIDDEN, whoever has not
 * signed in UNAUTHENTICATED, and whoever names an id of another account NOT_FOUND. Arguments are made by name and
 * type: `siteId` is the id of a site, `id` and `ids` are of what the operation is named after, texts are some text.
 * Where that does not do, add to the line:
 *
 * - `values`: arguments by path, such as `{ 'input.url': 'https://galley.test' }`; they take precedence;
 * - `ids`: of what kind an id is, such as `{ 'input.intoId': 'cluster' }`;
 * - `given`: ids that may be left out, but are given all the same, except where a filter beside them is tried out;
 * - `unseen`: ids for which another account's finds nothing, instead of NOT_FOUND; ids in a `filter` are so anyway;
 * - `foreign`: what those allowed get, other than that, for another account's id below a path; the last that fits counts;
 * - `answer`: the code that those allowed get, where the test's things cannot bring it to an end.
 *
 * A new kind of thing is made in tenancy/things.ts, where one may also choose another site than the idle one:
 * `ids: { siteId: 'busySite' }` has a run. While a subscription is silent, everything there is in its account changes
 * (`stir`): what it tells of must be among that.
 */
import type { CallerName } from './tenancy/callers.ts';
import { changedAt, type ThingName } from './tenancy/things.ts';

export interface Access {
  readonly allowed: readonly CallerName[];
  readonly values?: Readonly<Record<string, unknown>>;
  readonly ids?: Readonly<Record<string, ThingName>>;
  readonly given?: readonly string[];
  readonly unseen?: readonly string[];
  readonly foreign?: Readonly<Record<string, string>>;
  readonly answer?: string;
}

const anybody: Access = {
  allowed: ['owner', 'editor', 'viewer', 'readKey', 'writeKey', 'runKey', 'nobody', 'revokedKey'],
};
const read: Access = { allowed: ['owner', 'editor', 'viewer', 'readKey', 'writeKey', 'runKey'] };
const write: Access = { allowed: ['owner', 'editor', 'writeKey'] };
const run: Access = { allowed: ['owner', 'editor', 'runKey'] };
/** What no program may, though it may write. */
const edit: Access = { allowed: ['owner', 'editor'] };
const manage: Access = { allowed: ['owner'] };
/** Of their own: no program has a name to change, a password or a session. */
const people: Access = { allowed: ['owner', 'editor', 'viewer'] };
/** Of many items, by ids or a filter: each that is not there is told of, and costs no other. */
const writeMany: Access = { ...write, given: ['input.ids'], unseen: ['input.ids'] };
const reviewMany: Access = { ...edit, unseen: ['input.ids'] };
/** As they were read: what is said of others than those that are named says nothing. */
const reviewAsRead: Access = {
  ...edit,
  values: { 'input.seen.updatedAt': changedAt.toISOString() },
  given: ['input.seen.id'],
  unseen: ['input.ids', 'input.seen.id'],
};

export const accessTable: Readonly<
  Record<'query' | 'mutation' | 'subscription', Readonly<Record<string, Access>>>
> = {
  query: {
    me: read,
    users: manage,
    apiKeys: manage,
    account: read,
    creditEntries: read,
    creditDays: read,
    overview: read,
    aiSettings: manage,
    aiProviders: read,
    aiCalls: read,
    aiUsage: { ...read, values: { by: ['DAY', 'RUN', 'STAGE', 'MODEL'] } },

    sites: read,
    site: read,
    keywords: read,
    keyword: read,
    keywordImports: read,
    keywordImport: { ...read, ids: { id: 'import' } },
    clusters: read,
    cluster: read,
    ideas: read,
    idea: read,
    tasks: read,
    task: read,
    contents: read,
    content: read,
    images: read,
    image: read,

    stages: read,
    queues: read,
    estimateRun: {
      ...read,
      values: { 'chosen.stage': 'cluster-keywords' },
      ids: { 'chosen.ids': 'keyword' },
      given: ['chosen.ids'],
      // Of keywords such a filter finds nothing; of others it is none of the stage's.
      foreign: { 'chosen.filter.': 'INVALID_INPUT', 'chosen.filter.keywords.': 'allowed' },
    },
    runs: { ...read, ids: { siteId: 'busySite' } },
    run: read,
    currentRun: { ...read, ids: { siteId: 'busySite' } },
    activity: read,
    runLogs: read,

    automationConfig: read,
    nextOccurrences: read,
    occurrences: read,
  },
  mutation: {
    signIn: { ...anybody, answer: 'SIGN_IN_REFUSED' },
    signOut: people,
    updateProfile: people,
    changePassword: people,
    inviteUser: manage,
    createSignInLink: { ...manage, ids: { 'input.id': 'user' } },
    changeUserRole: manage,
    removeUser: manage,
    createApiKey: manage,
    revokeApiKey: manage,
    addCredits: manage,
    updateAiSettings: { ...manage, values: { 'input.usdPerMonth': 100 } },
    removeAiKey: manage,
    testProvider: manage,

    createSite: write,
    updateSite: write,
    deleteSite: edit,

    importKeywords: { ...write, values: { 'input.csv': 'keyword\ncoffee' } },
    undoImport: write,
    updateKeyword: write,
    updateKeywords: writeMany,
    moveKeywords: writeMany,
    deleteKeywords: writeMany,
    createCluster: write,
    updateCluster: write,
    mergeClusters: { ...write, ids: { 'input.intoId': 'cluster' } },
    splitCluster: { ...write, ids: { 'input.keywordIds': 'mappedKeyword' } },
    updateClusters: writeMany,
    deleteClusters: writeMany,
    createIdea: write,
    updateIdea: write,
    updateIdeas: writeMany,
    deleteIdeas: writeMany,
    updateTask: write,
    updateTasks: writeMany,
    deleteTasks: writeMany,
    updateContent: write,
    updateContents: writeMany,
    deleteContents: writeMany,
    updateImage: write,
    updateImages: writeMany,
    replaceImage: write,
    dropImages: writeMany,

    approveContent: reviewAsRead,
    sendBackContent: reviewMany,
    publishContent: reviewAsRead,

    updateAutomationConfig: run,
    updateSchedule: run,
    startRun: run,
    runStage: {
      ...run,
      ids: { 'input.ids': 'keyword' },
      given: ['input.ids'],
      foreign: { 'input.filter.': 'INVALID_INPUT', 'input.filter.keywords.': 'ITEMS_NOT_WAITING' },
    },
    retryFailed: { ...run, ids: { 'input.ids': 'keyword' }, answer: 'NOTHING_FAILED' },
    pauseRun: run,
    resumeRun: { ...run, answer: 'TRANSITION_REFUSED' },
    cancelRun: run,
  },
  subscription: {
    activity: read,
    runChanged: { ...read, ids: { siteId: 'busySite' } },
    queuesChanged: read,
    creditsChanged: read,
  },
};
