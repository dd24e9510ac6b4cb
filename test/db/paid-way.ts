import { ObjectId } from 'mongodb';
import { AiProvider } from '../../schema/ai-settings.ts';
import type { Site } from '../../schema/site.ts';
import { createBudget } from '../../server/ai/budget.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import { providersForAll } from '../../server/ai/provider.ts';
import { accountProviders } from '../../server/ai-settings/account-providers.ts';
import { rotateSecrets } from '../../server/ai-settings/rotate.ts';
import { changeAiSettings, removeAiKey } from '../../server/ai-settings/settings.ts';
import { countOldReplies, dropOldReplies } from '../../server/engine/reply-retention.ts';
import { createVault } from '../../server/secrets/vault.ts';
import type { TestApp } from '../support/app.ts';

/** Whose AI answers an account, what it may cost, and how long is known what it has said. */
export async function paidFor({ engine }: TestApp, { account, _id: site }: Site): Promise<void> {
  const { database, now } = engine;
  const vault = createVault(async () => null);
  const environment = providersForAll(offlineProviders);
  const desk = { database, vault, environment, make: () => offlineProviders, checkHost: async () => {}, now };
  await changeAiSettings(desk, { account, name: 'Ada' }, { usdPerMonth: 100 });
  await removeAiKey(desk, account, AiProvider.OpenAi);
  await accountProviders(desk).of(account);
  await rotateSecrets(desk);
  const budget = createBudget({ database, account, run: { _id: new ObjectId(), site }, now });
  for (let call = 0; call < 2; call += 1) await (await budget.reserve('outline')).settle(1);
  await countOldReplies(engine, 30);
  await dropOldReplies(engine, 30);
}
