import type { ObjectId } from 'mongodb';
import type { Engine } from '../engine/engine.ts';
import { isError } from '../errors.ts';

/**
 * Does what a look does for one site: the other sites are not concerned by what goes wrong, and this one is looked at
 * again in a minute. False where it went wrong; what another process was faster with is done.
 */
export async function onItsOwn(
  { log }: Pick<Engine, 'log'>,
  site: ObjectId,
  act: () => Promise<void>,
): Promise<boolean> {
  try {
    await act();
  } catch (error) {
    if (!isError(error, 'OCCURRENCE_TAKEN')) {
      log.warn({ err: error, site }, 'a schedule could not be followed');
      return false;
    }
  }
  return true;
}
