/** Passwords are kept as argon2id in the PHC string format, which names its own parameters. */
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** NIST SP 800-63B-4 asks for 15 where the password is all that a person shows. */
export const passwordLength = { least: 15, most: 200 } as const;

/**
 * Memory in KiB, passes and lanes: the second choice of OWASP's Password Storage Cheat Sheet, all of which are
 * equally strong, and a quarter of the memory of an attack by many sign-ins at once.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltBytes = 16;
const tagLength = 32;

type Cost = Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'>;

/** How a hash by these begins. */
const head = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`;

const derive = promisify(argon2);
const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** A new hash, with a salt of its own. It takes tens of milliseconds, on the thread pool. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derived(password, salt, cost);
  return `${head}${plain(salt)}$${plain(hash)}`;
}

/** True for a hash by other parameters than a new one would have. */
export function isOutdated(hash: string): boolean {
  return !hash.startsWith(head);
}

/**
 * True where the password made this hash. Without one it is false, after the same work: nobody learns from the time
 * it takes whether there is anything to compare with.
 */
export async function isPasswordOf(hash: string | null, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, stored] = form.exec(hash ?? '') ?? [];
  if (salt === undefined || stored === undefined) {
    await derived(password, Buffer.alloc(saltBytes), cost);
    return false;
  }
  const its = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const wanted = Buffer.from(stored, 'base64');
  const found = await derived(password, Buffer.from(salt, 'base64'), its);
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

/** One password typed on two keyboards may come as two sequences of characters: NIST asks for one form of them. */
function derived(password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> {
  const message = password.normalize('NFKC');
  return derive('argon2id', { message, nonce, memory, passes, parallelism, tagLength });
}

/** Base64 without its padding, as PHC strings have it. */
function plain(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
