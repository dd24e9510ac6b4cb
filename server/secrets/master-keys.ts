import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

/** What a master key is made of. The first of several encrypts; all decrypt what was encrypted by their version. */
export interface MasterSecret {
  readonly version: number;
  readonly secret: string;
}

/** AES-256 keys by version; `newest` is the one that encrypts. */
export interface MasterKeys {
  readonly newest: number;
  readonly byVersion: ReadonlyMap<number, Buffer>;
}

const minLength = 32;
/** Fewer different characters than any random secret of that length has, be it hexadecimal. */
const minVariety = 8;
const problem = `must be a secret of ${minLength} random characters or more, or several such as 2:NEW,1:OLD, each with its version`;

/** `SECRET`, which is of version 1, or `2:SECRET,1:SECRET`. What is wrong with it is told without showing it. */
export const masterSecrets = z
  .string()
  .transform((text) => text.split(',').map(partOf))
  .refine((list) => list.every(isUsable), problem)
  .refine(hasOwnVersions, 'must give each of its secrets another version, such as 2:NEW,1:OLD');

function partOf(text: string): MasterSecret {
  const [, version = '1', secret = ''] = /^\s*(?:(\d{1,6}):)?(.*?)\s*$/s.exec(text) ?? [];
  return { version: Number(version), secret };
}

function isUsable({ version, secret }: MasterSecret): boolean {
  return version > 0 && secret.length >= minLength && new Set(secret).size >= minVariety;
}

function hasOwnVersions(list: readonly MasterSecret[]): boolean {
  return new Set(list.map(({ version }) => version)).size === list.length;
}

/** None where there are no secrets. */
export function masterKeysOf(secrets: readonly MasterSecret[]): MasterKeys | null {
  const [newest] = secrets;
  if (!newest) return null;
  return {
    newest: newest.version,
    byVersion: new Map(secrets.map((one) => [one.version, keyOf(one)])),
  };
}

/** The secret is random already: HKDF gives it the length of a key, and each version another key. */
function keyOf({ version, secret }: MasterSecret): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'galley', `master key ${version}`, 32));
}
