import { randomBytes } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import type { SealedSecret } from '../../schema/sealed-secret.ts';
import { errors } from '../errors.ts';
import { decrypt, encrypt } from './cipher.ts';
import type { MasterKeys } from './master-keys.ts';

/** Whose secret it is, and which: moved to another account or field, it cannot be opened. */
export interface SecretPlace {
  readonly account: ObjectId;
  readonly field: string;
}

/**
 * Encrypts secrets, so that a dump of the database tells none. Without a master key all of it throws
 * MASTER_KEY_MISSING.
 */
export interface Vault {
  seal(plain: string, place: SecretPlace): Promise<SealedSecret>;
  /** Throws SECRET_UNREADABLE. */
  open(sealed: SealedSecret, place: SecretPlace): Promise<string>;
  /** The same secret under the master key that encrypts now; null where it is that already. Throws SECRET_UNREADABLE. */
  rewrap(sealed: SealedSecret, place: SecretPlace): Promise<SealedSecret | null>;
}

const dataKeyBytes = 32;

/** `masterKeys` is asked at the first use, and again as long as there are none. */
export function createVault(masterKeys: () => Promise<MasterKeys | null>): Vault {
  let known: MasterKeys | null = null;
  const keys = async () => {
    known ??= await masterKeys();
    if (!known) throw errors.masterKeyMissing();
    return known;
  };
  const keyOf = ({ byVersion }: MasterKeys, version: number, { field }: SecretPlace) => {
    const key = byVersion.get(version);
    if (!key) throw errors.secretUnreadable({ field, masterVersion: version });
    return key;
  };
  const wrap = (all: MasterKeys, dataKey: Buffer, place: SecretPlace) => ({
    masterVersion: all.newest,
    wrappedKey: encrypt(keyOf(all, all.newest, place), dataKey, bindingOf(place, all.newest)),
  });
  const unwrap = (all: MasterKeys, { masterVersion, wrappedKey }: SealedSecret, place: SecretPlace) => {
    const dataKey = decrypt(keyOf(all, masterVersion, place), wrappedKey, bindingOf(place, masterVersion));
    if (!dataKey) throw errors.secretUnreadable({ field: place.field, masterVersion });
    return dataKey;
  };
  return {
    async seal(plain, place) {
      const all = await keys();
      const dataKey = randomBytes(dataKeyBytes);
      const cipherText = encrypt(dataKey, Buffer.from(plain), bindingOf(place));
      return { ...wrap(all, dataKey, place), cipherText };
    },
    async open(sealed, place) {
      const plain = decrypt(unwrap(await keys(), sealed, place), sealed.cipherText, bindingOf(place));
      if (!plain) {
        throw errors.secretUnreadable({ field: place.field, masterVersion: sealed.masterVersion });
      }
      return plain.toString();
    },
    async rewrap(sealed, place) {
      const all = await keys();
      if (sealed.masterVersion === all.newest) return null;
      return { ...wrap(all, unwrap(all, sealed, place), place), cipherText: sealed.cipherText };
    },
  };
}

/** What both encryptions of a secret are bound to; the data key's to the master key's version, too. */
function bindingOf({ account, field }: SecretPlace, masterVersion?: number): string {
  return JSON.stringify([
    account.toHexString(),
    field,
    ...(masterVersion === undefined ? [] : [masterVersion]),
  ]);
}
