import { GalleyError } from '../errors.ts';

/** Null where it is refused: a person, or another process, was faster, and there is nothing left to do. */
export async function unlessChanged<T>(action: Promise<T>): Promise<T | null> {
  return action.catch((error: unknown) => {
    if (!(error instanceof GalleyError)) throw error;
    return null;
  });
}
