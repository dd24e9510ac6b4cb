/** What the runs are about whose workers die. */
import { AutomationConfig } from '../../schema/automation-config.ts';
import type { AutomationRun } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { topUp } from '../../server/credits/ledger.ts';
import type { Database } from '../../server/db/database.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { resumeForCredits } from '../../server/engine/maintenance.ts';
import { retryFailed } from '../../server/engine/retry-failed.ts';
import { errors } from '../../server/errors.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

export interface Scene {
  readonly phrases: readonly string[];
  /** Whole credits; 1,500 unless told. */
  readonly credits?: number;
  /** Settings by stage key. */
  readonly stages: Record<string, Record<string, unknown>>;
  /** Answers that may be on their way at once, and be lost with their worker. */
  readonly inFlight: number;
  /** False where numbers and order of the batches depend on the way. */
  readonly isOrdered: boolean;
}

const phrases = ['espresso machine', 'best espresso machine', 'cold brew coffee'];
const stages = {
  'cluster-keywords': { batchSize: 2 },
  'generate-ideas': { ideasPerCluster: 1 },
  'queue-tasks': { batchSize: 1 },
  'generate-image-prompts': { imagesPerArticle: 2 },
};

/** Two batches or so of every stage; each is like the other. */
export const calm: Scene = { phrases, stages, inFlight: 1, isOrdered: true };

/** Twice as much, and four batches at once wherever a batch does not look at what the others make. */
export const parallel: Scene = {
  phrases,
  stages: {
    ...stages,
    'generate-ideas': { ideasPerCluster: 2 },
    'queue-tasks': { batchSize: 1, parallel: 4 },
    'generate-content': { parallel: 4 },
    'generate-image-prompts': { imagesPerArticle: 2, parallel: 4 },
    'generate-images': { parallel: 4 },
  },
  inFlight: 4,
  isOrdered: false,
};

const forbidden = 'forbidden coffee';

/**
 * The provider refuses a keyword, so that its batch is halved and it fails; what the run comes to is more than was
 * estimated, so that its hold grows, and then more than the account has, so that it pauses until `tend`.
 */
export const troubled: Scene = {
  phrases: [...phrases, forbidden],
  credits: 17,
  stages,
  inFlight: 1,
  isOrdered: false,
};

/** A provider's way with the forbidden keyword: refuses it until somebody has seen to it. */
export class Censor {
  isStrict = true;

  look(input: unknown): void {
    if (this.isStrict && JSON.stringify(input).includes(`"${forbidden}"`)) {
      throw errors.aiRefused({ purpose: 'cluster', reason: 'forbidden' });
    }
  }
}

/**
 * What a person does about a troubled run that is paused: has its failed keyword tried again after it, and adds
 * credits, with which it goes on. Whoever is cut off in the middle does it all again.
 */
export async function tend(by: Engine, { site, account }: AutomationRun, censor: Censor): Promise<void> {
  censor.isStrict = false;
  const stage = 'cluster-keywords';
  await retryFailed(by, { site, stage });
  await topUp(by.database, { account, amount: 100_000, key: 'more' });
  await resumeForCredits(by, account);
}

/** The scene's site, of an account of its own. */
export async function makeScene(database: Database, { phrases, credits, stages }: Scene): Promise<Site> {
  const site = await makeSite(database, { name: 'Beans', ...(credits !== undefined && { credits }) });
  await makeKeywords(database, site, phrases);
  const config = Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages });
  await database.of(AutomationConfig).insertOne(config);
  return site;
}
