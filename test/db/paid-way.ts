import { ObjectId } from 'mongodb';
import { AiCall } from '../../schema/ai-call.ts';
import { AiProvider } from '../../schema/ai-settings.ts';
import type { Site } from '../../schema/site.ts';
import { createBudget } from '../../server/ai/budget.ts';
import { BatchJournal } from '../../server/ai/journal.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import { accountProviders } from '../../server/ai-settings/account-providers.ts';
import { rotateSecrets } from '../../server/ai-settings/rotate.ts';
import { changeAiSettings, removeAiKey } from '../../server/ai-settings/settings.ts';
import { countOldReplies, dropOldReplies } from '../../server/engine/reply-retention.ts';
import { createVault } from '../../server/secrets/vault.ts';
import type { TestApp } from '../support/app.ts';
import { providersForAll } from '../support/providers-for-all.ts';
import { tinyPicture } from '../support/tiny-picture.ts';

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
  await madeTwice(engine, { account, site });
  await countOldReplies(engine, 30);
  await dropOldReplies(engine, 30);
}

/** An answer to a question that has changed since, and a picture of a call that was cut off before its answer was kept. */
async function madeTwice(
  { database, media }: TestApp['engine'],
  owner: { account: ObjectId; site: ObjectId },
): Promise<void> {
  const scope = { ...owner, run: new ObjectId(), stage: 'generate-content', batchKey: 'twice', attempt: 1 };
  const call = { purpose: 'outline', index: 0, promptVersion: '1', provider: 'any', model: 'any' };
  for (const inputHash of ['before', 'after']) {
    const journal = new BatchJournal(database.of(AiCall), scope);
    await journal.accept({ ...call, inputHash, reply: {} });
    await journal.flush();
    await media.put({ [`${owner.site.toHexString()}/twice.webp`]: tinyPicture });
  }
}
