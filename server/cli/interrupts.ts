/** Two signals so close together are one: npm passes on a Ctrl-C that the terminal has already sent to all. */
const echoMs = 400;

export type StopSignal = 'SIGINT' | 'SIGTERM';

export interface Interrupts {
  /** The first one that came. */
  readonly signal: StopSignal | null;
  close(): void;
}

/** Listens for Ctrl-C and SIGTERM; `onPress` is told which it is, counted from 1. */
export function listenForInterrupts(
  onPress: (count: number, signal: StopSignal) => void,
  now = () => performance.now(),
): Interrupts {
  let first: StopSignal | null = null;
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  const press = (signal: StopSignal) => {
    const isEcho = now() - last < echoMs;
    last = now();
    if (isEcho) return;
    first ??= signal;
    count += 1;
    onPress(count, signal);
  };
  const onInt = () => press('SIGINT');
  const onTerm = () => press('SIGTERM');
  process.on('SIGINT', onInt);
  process.on('SIGTERM', onTerm);
  return {
    get signal() {
      return first;
    },
    close() {
      process.off('SIGINT', onInt);
      process.off('SIGTERM', onTerm);
    },
  };
}
