import { createCappedFetch } from './ai/capped-fetch.ts';
import { checkAiHost, createGuardedFetch } from './ai/guarded-fetch.ts';
import { createHidingFetch } from './ai/hiding-fetch.ts';
import type { ProviderSource } from './ai/provider.ts';
import { chooseProviders, isProblem, type ProviderChoice } from './ai/providers/choice.ts';
import { createProviders } from './ai/providers/create-providers.ts';
import type { Lines } from './ai/providers/lines.ts';
import type { AccountChoice } from './ai-settings/choice.ts';
import type { AiDesk } from './ai-settings/desk.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { errors } from './errors.ts';
import { keptSecret } from './secrets/kept-secret.ts';
import { masterKeysOf } from './secrets/master-keys.ts';
import { createVault } from './secrets/vault.ts';

export interface AiDeskParts {
  /** In which calls wait for their turn. */
  readonly lines: Lines;
  /** Who answers an account that has chosen nobody. */
  readonly environment: ProviderSource;
  /** The machine's clock by default. */
  now?(): Date;
}

type Settings = Pick<Config, 'GALLEY_SECRET' | 'MONGODB_URI' | 'DATA_DIR' | 'ALLOW_PRIVATE_AI_HOSTS'>;

/** Accounts' AI settings as the configuration has them: with what keys are encrypted, and where users may lead us. */
export function createAiDesk(
  database: Database,
  { GALLEY_SECRET: secrets, MONGODB_URI: uri, DATA_DIR: folder, ALLOW_PRIVATE_AI_HOSTS: allowed }: Settings,
  { lines, environment, now = () => new Date() }: AiDeskParts,
): AiDesk {
  const guarded = createCappedFetch(createGuardedFetch({ allowed }));
  return {
    database,
    // Of several machines on one database, each would make another secret.
    vault: createVault(async () =>
      masterKeysOf(secrets ?? (uri === undefined ? await keptSecret(folder) : [])),
    ),
    make(choice, account) {
      const fetch = createHidingFetch(guarded, Object.values(choice.keys));
      const owner = account.toHexString();
      const lineOf = (provider: string, model: string) => lines.of(owner, provider, model);
      return createProviders(chosen(choice), { fetch, lineOf });
    },
    checkHost: (baseUrl) => checkAiHost(baseUrl, { allowed }),
    environment,
    now,
  };
}

function chosen({ keys, baseUrl, textModels, imageModels }: AccountChoice): ProviderChoice {
  const choice = chooseProviders({
    keys,
    baseUrl,
    ...(textModels.length > 0 && { textModel: textModels.join(', ') }),
    ...(imageModels.length > 0 && { imageModel: imageModels.join(', ') }),
  });
  if (!isProblem(choice)) return choice;
  throw errors.aiSettingsUnusable({ setting: `${choice.setting}s`, problem: choice.problem });
}
