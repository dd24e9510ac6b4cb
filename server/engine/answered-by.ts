/** Whom a run is answered by, from its start to its end. */
import { isDeepStrictEqual } from 'node:util';
import type { ObjectId } from 'mongodb';
import type { AnsweredBy } from '../../schema/answered-by.ts';
import { realModels, withoutSamples } from '../ai/no-samples.ts';
import type { Providers } from '../ai/provider.ts';
import { GalleyError } from '../errors.ts';
import type { Engine } from './engine.ts';
import type { LeasedRun } from './leased-run.ts';

/** The real models that answer the account, as far as whoever starts a run can tell. */
export async function knownModels({ providers }: Engine, account: ObjectId): Promise<AnsweredBy> {
  try {
    return realModels(await providers.of(account));
  } catch (error) {
    // Its worker may read the key that this process cannot, or else fails the run with what is wrong.
    if (error instanceof GalleyError) return {};
    throw error;
  }
}

/**
 * The account's providers of now for the run, without samples in place of a real model that has answered it. A real one
 * that is new to the run is kept with it, so that nobody goes on without it later.
 */
export async function providersFor(leased: LeasedRun): Promise<Providers> {
  const { run, engine } = leased;
  const providers = await engine.providers.of(run.account);
  const answeredBy = { ...run.answeredBy, ...realModels(providers) };
  if (!isDeepStrictEqual(answeredBy, run.answeredBy ?? {})) {
    await leased.commit(async () => ({ change: { set: { answeredBy } }, result: undefined }));
  }
  return withoutSamples(providers, answeredBy);
}
