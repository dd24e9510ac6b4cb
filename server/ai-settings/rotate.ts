import { AiSettings } from '../../schema/ai-settings.ts';
import { isError } from '../errors.ts';
import { keyed, keyField } from './choice.ts';
import type { AiDesk } from './desk.ts';

/** What came of a rotation. */
export interface Rotation {
  /** Keys that are now under the newest master key. */
  rewrapped: number;
  /** Those that were already. */
  fresh: number;
  /** Those whose master key this process does not have. */
  unreadable: number;
}

/**
 * Puts every stored key under the newest master key, while all goes on: whoever knows the old and the new one can read
 * it before and after. Cut off or done twice, it does what is left. A key that is replaced meanwhile stays as it is.
 */
export async function rotateSecrets({
  database,
  vault,
}: Pick<AiDesk, 'database' | 'vault'>): Promise<Rotation> {
  const all = database.of(AiSettings);
  const done: Rotation = { rewrapped: 0, fresh: 0, unreadable: 0 };
  for await (const settings of all.find({}, { sort: { _id: 1 } })) {
    for (const provider of keyed(settings)) {
      const sealed = settings.keys[provider]?.sealed;
      if (!sealed) continue;
      const path = keyField(provider);
      const rewrapped = await vault
        .rewrap(sealed, { account: settings.account, field: path })
        .catch((error) => {
          if (isError(error, 'SECRET_UNREADABLE')) return 'unreadable' as const;
          throw error;
        });
      if (rewrapped === 'unreadable') done.unreadable += 1;
      else if (rewrapped === null) done.fresh += 1;
      else {
        const unchanged = { _id: settings._id, [`${path}.sealed.wrappedKey`]: sealed.wrappedKey };
        // No new version: what is remembered of the settings is still right.
        const { matchedCount } = await all.updateOne(unchanged, { $set: { [`${path}.sealed`]: rewrapped } });
        done.rewrapped += matchedCount;
      }
    }
  }
  return done;
}
