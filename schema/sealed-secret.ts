/**
 * A secret as it is stored. The text is encrypted with a data key of its own, and that with a master key, both by
 * AES-256-GCM. Texts are base64 of nonce, tag and cipher text in this order.
 */
export interface SealedSecret {
  /** Of the master key that wraps the data key. */
  masterVersion: number;
  wrappedKey: string;
  cipherText: string;
}
