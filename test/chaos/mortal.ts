/** A worker that dies at a chosen write, in the process of the test: everything it does goes through here. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { FileHandle } from 'node:fs/promises';

type Files = typeof import('node:fs/promises');

/** Which write is the last. */
export type LastWrite = (kind: string) => boolean;

export class Life {
  /** What was written, in order, such as `commit` or `insert ai_calls`. */
  readonly writes: string[] = [];
  readonly #isLast: LastWrite;
  readonly #atEnd: (() => void)[] = [];
  #isOver = false;

  constructor(isLast: LastWrite) {
    this.#isLast = isLast;
  }

  /** Has this done at the very moment of death. */
  atEnd(task: () => void): void {
    this.#atEnd.push(task);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Tells of a write that has just been done; nothing comes after the last one. */
  wrote(kind: string): void {
    if (this.#isOver) return;
    this.writes.push(kind);
    if (!this.#isLast(kind)) return;
    this.#isOver = true;
    for (const task of this.#atEnd) task();
  }
}

const lives = new AsyncLocalStorage<Life>();

/** Does this, and all that follows from it, as the one who has this life. */
export function asMortal<T>(life: Life, task: () => T): T {
  return lives.run(life, task);
}

/** The file system as the mortal have it: each write counts, and the dead write nothing. */
export function mortalFiles(files: Files): Files {
  const writing =
    <Arguments extends unknown[], Result>(kind: string, write: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      const life = lives.getStore();
      if (life?.isOver) throw new Error('the dead write nothing');
      const result = await write(...given);
      life?.wrote(kind);
      return result;
    };
  const open: Files['open'] = async (...given) => {
    const handle: FileHandle = await files.open(...given);
    if (lives.getStore() === undefined) return handle;
    handle.truncate = writing('file truncate', handle.truncate.bind(handle));
    const write: FileHandle['write'] = handle.write.bind(handle);
    return Object.assign(handle, { write: writing('file write', write) });
  };
  return {
    ...files,
    open,
    writeFile: writing('file writeFile', files.writeFile),
    rename: writing('file rename', files.rename),
    rm: writing('file rm', files.rm),
  };
}
