import type { ObjectId } from 'mongodb';
import { AiSettings } from '../../schema/ai-settings.ts';
import type { ProviderSource, Providers } from '../ai/provider.ts';
import { hasOwnProvider, openChoice } from './choice.ts';
import type { AiDesk } from './desk.ts';

/** More accounts than a worker has runs of at once. */
const rememberedAtMost = 1_000;

/**
 * An account's own providers, else the environment's. The settings' version is read each time; their keys are
 * decrypted only when it has changed. Throws SECRET_UNREADABLE, MASTER_KEY_MISSING, AI_SETTINGS_UNUSABLE.
 */
export function accountProviders(
  desk: Pick<AiDesk, 'database' | 'vault' | 'make' | 'environment'>,
): ProviderSource {
  const remembered = new Map<string, { version: number; providers: Providers }>();
  return {
    async of(account: ObjectId) {
      const id = account.toHexString();
      const settings = await desk.database.of(AiSettings).findOne({ account });
      if (!settings || !hasOwnProvider(settings)) {
        remembered.delete(id);
        return desk.environment.of(account);
      }
      const known = remembered.get(id);
      if (known?.version === settings.version) return known.providers;
      const providers = desk.make(await openChoice(desk.vault, settings), account);
      remembered.delete(id);
      remembered.set(id, { version: settings.version, providers });
      const [eldest] = remembered.keys();
      if (remembered.size > rememberedAtMost && eldest !== undefined) remembered.delete(eldest);
      return providers;
    },
  };
}
