import type { ObjectId } from 'mongodb';
import { AiKind } from '../../schema/ai-settings.ts';
import { createBudget } from '../ai/budget.ts';
import type { Providers } from '../ai/provider.ts';
import { type Trial, tryImage, tryText } from '../ai/try-provider.ts';
import { hasOwnProvider, openChoice } from './choice.ts';
import type { AiDesk } from './desk.ts';
import { aiSettingsOf } from './settings.ts';

/** What is tried: whoever would be asked, or this model of theirs. */
export interface Tested {
  readonly kind: AiKind;
  readonly model: string | null;
}

/**
 * Asks whoever writes or paints for this account, in one tiny call. Throws AI_SETTINGS_UNUSABLE,
 * SECRET_UNREADABLE, MASTER_KEY_MISSING, MONTH_CAP_REACHED; what the provider does is told.
 */
export async function testProvider(desk: AiDesk, account: ObjectId, tested: Tested): Promise<Trial> {
  const { text, image } = await providersToTry(desk, account, tested);
  const { database, now } = desk;
  const call = await createBudget({ database, account, run: null, now }).reserve('test');
  let costUsd = 0;
  try {
    const trial = await (tested.kind === AiKind.Text ? tryText(text) : tryImage(image));
    costUsd = trial.costUsd;
    return trial;
  } finally {
    await call.settle(costUsd);
  }
}

async function providersToTry(desk: AiDesk, account: ObjectId, { kind, model }: Tested): Promise<Providers> {
  const settings = await aiSettingsOf(desk, account);
  if (!hasOwnProvider(settings)) return desk.environment.of(account);
  const choice = await openChoice(desk.vault, settings);
  if (model === null) return desk.make(choice, account);
  const named = kind === AiKind.Text ? { textModels: [model] } : { imageModels: [model] };
  return desk.make({ ...choice, ...named }, account);
}
