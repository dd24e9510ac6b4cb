import type { ObjectId } from 'mongodb';
import { createBudget } from '../ai/budget.ts';
import type { Providers } from '../ai/provider.ts';
import { type Trial, tryProvider } from '../ai/try-provider.ts';
import { hasOwnProvider, openChoice } from './choice.ts';
import type { AiDesk } from './desk.ts';
import { aiSettingsOf } from './settings.ts';

/**
 * Asks whoever would be asked for this account, or this text model of theirs. Throws AI_SETTINGS_UNUSABLE,
 * SECRET_UNREADABLE, MASTER_KEY_MISSING, MONTH_CAP_REACHED; what the provider does is told.
 */
export async function testProvider(desk: AiDesk, account: ObjectId, model: string | null): Promise<Trial> {
  const providers = await providersToTry(desk, account, model);
  const { database, now } = desk;
  const call = await createBudget({ database, account, run: null, now }).reserve('test');
  let costUsd = 0;
  try {
    const trial = await tryProvider(providers);
    costUsd = trial.costUsd;
    return trial;
  } finally {
    await call.settle(costUsd);
  }
}

async function providersToTry(desk: AiDesk, account: ObjectId, model: string | null): Promise<Providers> {
  const settings = await aiSettingsOf(desk, account);
  if (!hasOwnProvider(settings)) return desk.environment.of(account);
  const choice = await openChoice(desk.vault, settings);
  return desk.make(model === null ? choice : { ...choice, textModels: [model] }, account);
}
