import type { ObjectId } from 'mongodb';
import { AiProvider, AiSettings, type StoredAiKey } from '../../schema/ai-settings.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { blindChoice, keyField } from './choice.ts';
import type { AiDesk } from './desk.ts';

/** What shall change; what is absent stays. */
export interface AiSettingsChange {
  readonly keys?: readonly { readonly provider: AiProvider; readonly key: string }[];
  readonly baseUrl?: string | null;
  readonly textModels?: string[];
  readonly imageModels?: string[];
  readonly usdPerMonth?: number | null;
}

/** Whose settings, and the name of the person who changes them. */
export interface Changer {
  readonly account: ObjectId;
  readonly name: string;
}

/** The account's, or those of one that has never set any. */
export async function aiSettingsOf(
  { database }: Pick<AiDesk, 'database'>,
  account: ObjectId,
): Promise<AiSettings> {
  const found = await database.of(AiSettings).findOne({ account });
  return found ?? Object.assign(new AiSettings(), { account });
}

/**
 * Changes settings one by one, so that two people who change different ones do not undo each other. With the base URL
 * the key for it goes, unless a new one is given: else whoever changes the address would get to know the key. Throws
 * MASTER_KEY_MISSING, AI_HOST_REFUSED, AI_SETTINGS_UNUSABLE; then nothing has changed.
 */
export function changeAiSettings(
  desk: AiDesk,
  by: Changer,
  { keys = [], ...fields }: AiSettingsChange,
): Promise<AiSettings> {
  return changed(desk, by.account, async (before) => {
    const sealed: AiSettings['keys'] = {};
    for (const { provider, key } of keys) sealed[provider] = await storedKey(desk, by, provider, key);
    const isMoved = fields.baseUrl !== undefined && fields.baseUrl !== before.baseUrl;
    const isKeyDropped = isMoved && sealed[AiProvider.OpenAi] === undefined;
    const { [AiProvider.OpenAi]: _, ...others } = before.keys;
    const after = { ...before, ...fields, keys: { ...(isKeyDropped ? others : before.keys), ...sealed } };
    if (isMoved && after.baseUrl !== null) await desk.checkHost(after.baseUrl);
    desk.make(blindChoice(after), by.account);
    const byPath = Object.values(AiProvider).map((provider) => [keyField(provider), sealed[provider]]);
    return {
      set: { ...fields, ...Object.fromEntries(byPath.filter(([, key]) => key !== undefined)) },
      unset: isKeyDropped ? [keyField(AiProvider.OpenAi)] : [],
    };
  });
}

/** Forgets a key; to do it twice does it once. */
export function removeAiKey(
  desk: Pick<AiDesk, 'database'>,
  account: ObjectId,
  provider: AiProvider,
): Promise<AiSettings> {
  return changed(desk, account, async () => ({ set: {}, unset: [keyField(provider)] }));
}

async function storedKey(
  { vault, now }: AiDesk,
  { account, name }: Changer,
  provider: AiProvider,
  key: string,
): Promise<StoredAiKey> {
  const sealed = await vault.seal(key, { account, field: keyField(provider) });
  return { sealed, lastFour: lastOf(key), setAt: now(), setBy: name };
}

/** Four characters, but never more than a quarter: gateways have short keys. */
function lastOf(key: string): string {
  const shown = Math.min(4, Math.floor(key.length / 4));
  return key.slice(key.length - shown);
}

interface Writes {
  readonly set: Readonly<Record<string, unknown>>;
  readonly unset: readonly string[];
}

/** Decides anew as long as others have changed the settings meanwhile: what is right depends on what was there. */
async function changed(
  { database }: Pick<AiDesk, 'database'>,
  account: ObjectId,
  decide: (before: AiSettings) => Promise<Writes>,
): Promise<AiSettings> {
  const all = database.of(AiSettings);
  for (;;) {
    const before = await aiSettingsOf({ database }, account);
    const { set, unset } = await decide(before);
    // Where there are none yet, they are made; by several at once, once.
    if (before.version === 0) {
      await all.insertOne(before).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
    }
    const { matchedCount } = await all.updateOne(
      { account, version: before.version },
      {
        $inc: { version: 1 },
        ...(Object.keys(set).length > 0 && { $set: set }),
        ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((path) => [path, true])) }),
      },
    );
    if (matchedCount > 0) return aiSettingsOf({ database }, account);
  }
}
