/** Leaves a task alone that goes on after it was aborted: whoever waited for it is wanted elsewhere. Throws the signal's reason. */
export async function unlessAborted<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([task(), promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
