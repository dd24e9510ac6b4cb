import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Base64 of nonce, tag and cipher text. `bound` is not part of it, but must be the same to decrypt it again. */
export function encrypt(key: Buffer, plain: Buffer, bound: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

/** Undefined where it was encrypted with another key or for something else, or has been altered. */
export function decrypt(key: Buffer, encrypted: string, bound: string): Buffer | undefined {
  const bytes = Buffer.from(encrypted, 'base64');
  const tagEnd = nonceBytes + tagBytes;
  if (bytes.length < tagEnd) return undefined;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(nonceBytes, tagEnd));
  const text = decipher.update(bytes.subarray(tagEnd));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch {
    return undefined;
  }
}
