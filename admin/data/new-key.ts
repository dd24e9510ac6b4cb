/** A key under which something that spends or imports is done once: 32 random hex digits. */
export function newKey(): string {
  // Not randomUUID, which a console that is served over plain HTTP has not.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
