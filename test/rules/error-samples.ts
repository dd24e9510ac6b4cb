import type { errors, GalleyError } from '../../server/errors.ts';

type Catalogue = typeof errors;
type Samples = { [Name in keyof Catalogue]: readonly Parameters<Catalogue[Name]>[] };

const stages = ['cluster-keywords', 'review-gate'];

/** Details for each error of the catalogue, several where its sentence has several forms. */
const samples: Samples = {
  runAlreadyActive: [
    [
      {
        id: '6930446c9c0971394be92a81',
        runId: 'run_20251203_020000_scheduled',
        site: 'Coffee',
        startedAt: new Date('2025-12-03T02:00:00Z'),
        stage: 4,
        timeZone: 'UTC',
      },
    ],
  ],
  insufficientCredits: [
    [{ estimate: 866_000, needed: 1_039_200, available: 500_000 }],
    [{ estimate: 866_000, needed: 1_039_200, available: 1_039_000 }],
  ],
  nothingToDo: [[{ site: 'Coffee' }]],
  nothingFailed: [[{ site: 'Coffee', stage: 'queue-tasks' }]],
  itemsNotWaiting: [[{ stage: 'queue-tasks', asked: 3 }], [{ stage: 'queue-tasks', asked: null }]],
  runNotFound: [[{ runId: 'run_20251203_140523_manual' }]],
  siteNotFound: [[{ site: 'Tea' }], [{ site: null }]],
  siteUnnamed: [[{ sites: ['Coffee', 'Tea'] }]],
  nothingToResume: [[]],
  accountNotFound: [[{ account: 'Demo' }]],
  deletionRefused: [[{ site: 'Coffee', runId: 'run_20251203_140523_manual', status: 'running' }]],
  transitionRefused: [[{ runId: 'run_20251203_140523_manual', action: 'pause', status: 'completed' }]],
  unknownStage: [[{ stage: 'proofread', known: stages }]],
  stageNotInRun: [[{ runId: 'run_20251203_140523_manual', stage: 2, numbers: [4, 5, 6] }]],
  stageRange: [[{ from: 'queue-tasks', to: 'cluster-keywords' }]],
  invalidSettings: [
    [{ problems: [{ stage: 'queue-tasks', path: 'batchSize', problem: 'must be at least 1' }] }],
    [
      {
        problems: [
          { stage: 'queue-tasks', path: 'batchSize', problem: 'must be at least 1' },
          { stage: 'generate-ideas', path: 'ideas', problem: 'is not a setting of this stage' },
        ],
      },
    ],
  ],
  occurrenceTaken: [[{ site: '6930446c9c0971394be92a81', dueAt: new Date('2025-12-03T02:00:00Z') }]],
  unknownTimeZone: [[{ zone: 'Mars/Utopia' }]],
  invalidAmount: [[{ amount: -5 }]],
  stageStalled: [[{ stage: 'queue-tasks', items: ['6930446c9c0971394be92a81'] }]],
  stageOverstepped: [[{ field: 'published' }]],
  tooManyFailedItems: [
    [{ stage: 'Tasks → Content', failed: 4, allowed: 3, last: 'The AI refused "outline": it is rude.' }],
    [{ stage: 'Tasks → Content', failed: 5, allowed: null, last: 'The AI refused "outline": it is rude.' }],
  ],
  leaseLost: [[{ runId: 'run_20251203_140523_manual' }]],
  holdShort: [[{ needed: 5_000, left: 2_500 }]],
  unexpected: [[{ stage: 'queue-tasks' }]],
  aiUnusable: [[{ purpose: 'outline', fault: 'title: is missing' }]],
  aiRefused: [[{ purpose: 'outline', reason: 'it breaks a policy' }]],
  aiUnavailable: [[{ provider: 'openai', reason: 'too many requests' }]],
  aiRejectedKey: [[{ provider: 'openai' }]],
  aiNotSetUp: [[{ provider: 'openai', kind: 'text' }], [{ provider: 'compatible', kind: 'image' }]],
  aiNoSuchModel: [[{ provider: 'openai', model: 'gpt-9' }]],
  aiNoQuota: [[{ provider: 'openai' }]],
  aiUnreachable: [[{ provider: 'openai', reason: 'there is no such host' }]],
  aiCertificate: [[{ provider: 'openai', reason: 'it has expired' }]],
  aiBadRequest: [[{ provider: 'openai', reason: 'it knows no JSON schema' }]],
  aiTooLong: [[{ provider: 'openai', model: 'gpt-9' }]],
  invalidUsage: [[{ part: '{"kind":"clusters","count":0.5}' }]],
  unknownModel: [[{ model: 'dall-e-9' }]],
  mediaNotStored: [[{ key: 'coffee/1a2b.png', reason: 'no space is left on the device' }]],
  mediaUnreachable: [[{ bucket: 'pictures', reason: 'Access Denied' }]],
  duplicateStage: [[{ stage: 'queue-tasks' }]],
  unknownAfter: [[{ stage: 'proofread', after: 'write', known: stages }]],
  stageCycle: [[{ stages: ['proofread', 'translate'] }]],
  invalidStage: [[{ stage: 'proofread', reason: 'its settings must each have a default' }]],
  pluginNotLoaded: [[{ plugin: 'galley-proofread', reason: 'there is no such package' }]],
  invalidConfig: [
    [{ variable: 'WORKER_SLOTS', problem: 'must be a whole number from 1 to 1000' }],
    [{ variable: 'TEXT_MODEL', problem: 'must name a model of the gateway', isUnset: true }],
  ],
  addressUnusable: [[{ host: '127.0.0.1', port: 4000, reason: 'another program has it' }]],
  databaseUnreachable: [[{ reason: 'connection refused' }]],
  embeddedUnavailable: [[{ tried: [{ where: 'mongod on the PATH', reason: 'not found' }] }]],
  embeddedFailed: [[{ dataDir: '.data/mongodb', reason: 'no space left on device' }]],
  outputNotWritten: [[{ folder: 'out', reason: 'permission denied' }]],
  logNotWritten: [
    [{ reason: "The run's log files cannot be written (no space left). The run goes on without them." }],
  ],
  fileNotFound: [[{ file: 'coffee.csv', reason: 'there is no such file' }]],
  fileEmpty: [[{ file: 'coffee.csv' }]],
  noValidKeyword: [[{ file: 'coffee.csv', problems: 2 }]],
  fileNotText: [[{ file: 'coffee.csv', line: 3 }]],
  noKeywordColumn: [[{ file: 'coffee.csv', line: 1, columns: ['title', 'volume'] }]],
  unauthenticated: [[]],
  forbidden: [[{ right: 'run', kind: 'program' }], [{ right: 'run', kind: 'person' }]],
  notFound: [[{ kind: 'keyword', id: '6930446c9c0971394be92a81' }]],
  nameTaken: [[{ kind: 'site', name: 'Coffee' }]],
  invalidInput: [[{ problems: [{ path: 'stages.from', problem: 'must be a string' }] }]],
  editRefused: [
    [
      {
        kind: 'idea',
        id: '6930446c9c0971394be92a81',
        name: 'Cold brew ratios',
        why: 'it already has a task; edit that',
      },
    ],
  ],
  importTouched: [[{ import: '6930446c9c0971394be92a81', touched: 3 }]],
  publishFailed: [[{ slug: 'cold-brew', reason: 'no space left on device' }]],
  notificationNotSent: [[{ reason: 'it answered 503' }]],
  invalidCursor: [[{ cursor: 'abc' }]],
  idempotencyKeyReused: [[{ key: 'monday' }]],
  requestInProgress: [[{ key: 'monday' }]],
  linkNotValid: [[]],
  signInRefused: [[]],
  signInThrottled: [[{ retryAfterSeconds: 540 }]],
  wrongPassword: [[]],
  emailTaken: [[{ email: 'ada@example.com' }]],
  userNotFound: [[{ email: 'ada@example.com' }]],
  apiKeyNotFound: [[{ prefix: 'galley_a1b2c3' }]],
  lastOwner: [[{ email: 'ada@example.com' }]],
  documentTooLarge: [[{ what: 'aliases', count: 31, allowed: 30 }]],
  costTooHigh: [[{ cost: 60_000, allowed: 50_000 }]],
  unusableValue: [[{ path: 'variables.input', problem: 'a NUL' }]],
  wrongTransport: [[{ operation: 'subscription', transport: 'HTTP', other: 'a WebSocket' }]],
  bodyTooLarge: [[{ allowedBytes: 1_048_576 }]],
  bodyUnreadable: [[{ reason: 'it is not JSON' }]],
  requestRefused: [[{ status: 416, reason: 'there is no such part' }]],
  rateLimited: [[{ retryAfterSeconds: 12 }]],
  tooManySubscriptions: [[{ allowed: 100 }]],
  originNotAllowed: [[{ origin: 'https://example.com' }]],
  shuttingDown: [[]],
  unexpectedRequest: [[]],
  masterKeyMissing: [[]],
  masterKeyUnusable: [[{ file: '.data/secret', problem: 'permission denied' }]],
  secretUnreadable: [[{ field: 'keys.openai', masterVersion: 1 }]],
  aiSettingsUnusable: [
    [{ setting: 'textModels', problem: 'must not name "openai", which has no key or cannot do this' }],
  ],
  aiHostRefused: [[{ host: '10.0.0.7:8080', problem: 'it is not a public address' }]],
  runCapReached: [[{ capUsd: 50, spentUsd: 49.985 }]],
  monthCapReached: [[{ month: '2025-12', capUsd: 200, spentUsd: 199.99 }]],
};

/** Every error of the catalogue with its name there, in each of its forms. */
export function sampleErrors(catalogue: Catalogue): { name: string; error: GalleyError }[] {
  const build = <Name extends keyof Catalogue>(name: Name) => {
    const make = catalogue[name] as (...details: Parameters<Catalogue[Name]>) => GalleyError;
    return samples[name].map((details) => ({ name, error: make(...details) }));
  };
  return (Object.keys(samples) as (keyof Catalogue)[]).flatMap((name) => build(name));
}
