import { AiProvider, type AiSettings } from '../../schema/ai-settings.ts';
import type { Vault } from '../secrets/vault.ts';

/** What an account's providers are made of. Chains are in the order in which they are asked; none: the defaults. */
export interface AccountChoice {
  readonly keys: Readonly<Partial<Record<AiProvider, string>>>;
  readonly baseUrl?: string;
  readonly textModels: readonly string[];
  readonly imageModels: readonly string[];
}

/** Where a provider's key is stored, which is also what it is bound to. */
export function keyField(provider: AiProvider): `keys.${AiProvider}` {
  return `keys.${provider}`;
}

/** Providers that have a key. */
export function keyed({ keys }: Pick<AiSettings, 'keys'>): AiProvider[] {
  return Object.values(AiProvider).filter((provider) => keys[provider] !== undefined);
}

/** Whether the account has anybody of its own to ask: where not, its models are not asked for either. */
export function hasOwnProvider(settings: AiSettings): boolean {
  return settings.baseUrl !== null || keyed(settings).length > 0;
}

/** The choice with its keys in plain text. Throws SECRET_UNREADABLE, MASTER_KEY_MISSING. */
export async function openChoice(vault: Vault, settings: AiSettings): Promise<AccountChoice> {
  const keys: Partial<Record<AiProvider, string>> = {};
  for (const provider of keyed(settings)) {
    const stored = settings.keys[provider];
    const place = { account: settings.account, field: keyField(provider) };
    if (stored) keys[provider] = await vault.open(stored.sealed, place);
  }
  return choiceWith(settings, keys);
}

/** The choice as it looks to whoever need not know the keys. */
export function blindChoice(settings: AiSettings): AccountChoice {
  return choiceWith(settings, Object.fromEntries(keyed(settings).map((provider) => [provider, 'hidden'])));
}

function choiceWith(
  { baseUrl, textModels, imageModels }: AiSettings,
  keys: AccountChoice['keys'],
): AccountChoice {
  return { keys, textModels, imageModels, ...(baseUrl !== null && { baseUrl }) };
}
