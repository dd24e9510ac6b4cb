import { checkAiHost, createGuardedFetch } from './ai/guarded-fetch.ts';
import { createHidingFetch } from './ai/hiding-fetch.ts';
import type { Providers } from './ai/provider.ts';
import type { AccountChoice } from './ai-settings/choice.ts';
import type { AiDesk } from './ai-settings/desk.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { keptSecret } from './secrets/kept-secret.ts';
import { masterKeysOf } from './secrets/master-keys.ts';
import { createVault } from './secrets/vault.ts';

export interface AiDeskParts {
  /** Makes an account's providers, which ask by this `fetch` and no other. */
  make(choice: AccountChoice, options: { fetch: typeof fetch }): Providers;
  readonly environment: Providers;
  /** The machine's clock by default. */
  now?(): Date;
}

type Settings = Pick<Config, 'GALLEY_SECRET' | 'MONGODB_URI' | 'DATA_DIR' | 'ALLOW_PRIVATE_AI_HOSTS'>;

/** Accounts' AI settings as the configuration has them: with what keys are encrypted, and where users may lead us. */
export function createAiDesk(
  database: Database,
  { GALLEY_SECRET: secrets, MONGODB_URI: uri, DATA_DIR: folder, ALLOW_PRIVATE_AI_HOSTS: allowed }: Settings,
  { make, environment, now = () => new Date() }: AiDeskParts,
): AiDesk {
  const guarded = createGuardedFetch({ allowed });
  return {
    database,
    // Of several machines on one database, each would make another secret.
    vault: createVault(async () =>
      masterKeysOf(secrets ?? (uri === undefined ? await keptSecret(folder) : [])),
    ),
    make: (choice) => make(choice, { fetch: createHidingFetch(guarded, Object.values(choice.keys)) }),
    checkHost: (baseUrl) => checkAiHost(baseUrl, { allowed }),
    environment,
    now,
  };
}
