import type { ObjectId } from 'mongodb';
import type { ProviderSource, Providers } from '../ai/provider.ts';
import type { Database } from '../db/database.ts';
import type { Vault } from '../secrets/vault.ts';
import type { AccountChoice } from './choice.ts';

/** What reading and changing AI settings needs. */
export interface AiDesk {
  readonly database: Database;
  readonly vault: Vault;
  /** Makes the account's providers, which nothing is asked of yet. Throws AI_SETTINGS_UNUSABLE. */
  make(choice: AccountChoice, account: ObjectId): Providers;
  /** Throws AI_HOST_REFUSED where a base URL leads to a host that must not be asked. */
  checkHost(baseUrl: string): Promise<void>;
  /** Who answers where an account has chosen nobody: as the environment says, or offline. */
  readonly environment: ProviderSource;
  now(): Date;
}
