/**
 * Hands on the first of what it is told, then the latest of it at most every `everyMs`; the last is always handed on.
 * `stop` drops what waits.
 */
export function calmly<Told>(
  take: (told: Told) => void,
  everyMs: number,
): { tell(told: Told): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { readonly told: Told } | undefined;
  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (!waiting) return;
      const { told } = waiting;
      waiting = undefined;
      rest();
      take(told);
    }, everyMs);
  };
  return {
    tell(told) {
      if (timer !== undefined) {
        waiting = { told };
        return;
      }
      rest();
      take(told);
    },
    stop: () => clearTimeout(timer),
  };
}
