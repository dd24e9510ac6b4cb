import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that is at work. */
export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with it when stdout and stderr together hold such a text; rejects when the program ends without it. */
  seen(text: RegExp): Promise<RegExpExecArray>;
}

/** Reads along what a program writes, which must be piped. */
export function watched(child: ChildProcess): Started {
  const texts = { stdout: '', stderr: '' };
  const lookers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      texts[name] += chunk;
      for (const look of lookers) look();
    });
  }
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, ...texts }));
  return {
    process: child,
    ended,
    seen: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = text.exec(texts.stdout + texts.stderr);
          if (found) resolve(found);
        };
        lookers.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without ${text}: ${texts.stdout}${texts.stderr}`)));
      }),
  };
}
