import { createLogTo, type Log } from '../../server/log.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a test has had logged, it knows the form of
type Line = Record<string, any>;

/** A log that a test reads. */
export interface RecordedLog {
  readonly log: Log;
  readonly lines: readonly Line[];
  /** The first line with this message, as soon as there is one. */
  line(message: string): Promise<Line>;
}

export function recordLog(): RecordedLog {
  const lines: Line[] = [];
  const lookers = new Set<() => void>();
  const write = (text: string) => {
    lines.push(JSON.parse(text));
    for (const look of lookers) look();
  };
  return {
    log: createLogTo({ write }, 'info'),
    lines,
    line: (message) =>
      new Promise((resolve) => {
        const look = () => {
          const found = lines.find(({ msg }) => msg === message);
          if (!found) return;
          lookers.delete(look);
          resolve(found);
        };
        lookers.add(look);
        look();
      }),
  };
}
