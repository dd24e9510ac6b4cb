import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, inject } from 'vitest';
import type { Timing } from '../../server/engine/engine.ts';
import type { TestApp } from '../support/app.ts';
import type { Answer, WorkerReport, WorkerTask } from './worker-task.ts';

const program = fileURLToPath(new URL('./worker-process.ts', import.meta.url));

/** A worker as a process of its own. */
export class WorkerProcess {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #gone: Promise<unknown>;
  readonly #said = new Map<WorkerReport['is'], PromiseWithResolvers<void>>();

  constructor(task: WorkerTask) {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const child = spawn(process.execPath, [program, JSON.stringify(task)], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.pid = child.pid ?? 0;
    this.#gone = once(child, 'exit');
    child.stderr.pipe(createWriteStream(join(task.folder, `stderr-${this.pid}.txt`)));
    createInterface(child.stdout).on('line', (line) => {
      const report: WorkerReport = JSON.parse(line);
      this.#tells(report.is).resolve();
    });
  }

  /** Resolves when the process says so; throws where it ends without. */
  async says(what: WorkerReport['is']): Promise<void> {
    const silence = this.#gone.then(() => 'silence');
    const word = await Promise.race([this.#tells(what).promise, silence]);
    if (word === 'silence') throw new Error(`worker process ${this.pid} ended and was never ${what}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Sends a signal that ends the process, and resolves with its exit code when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.signal(signal);
    await this.#gone;
    return this.#child.exitCode;
  }

  #tells(what: WorkerReport['is']): PromiseWithResolvers<void> {
    const known = this.#said.get(what) ?? Promise.withResolvers<void>();
    this.#said.set(what, known);
    return known;
  }
}

export interface Workshop {
  /** Starts a worker process on the app's database and folder, and resolves when it looks for runs. */
  hire(task?: Partial<Pick<WorkerTask, 'freezeAt' | 'hangAt'>>): Promise<WorkerProcess>;
  /** All that the providers of these workers have answered, in order. */
  answers(workers: readonly WorkerProcess[]): Promise<Answer[]>;
}

/** Where worker processes work on the app's runs. Call it at the top of the file: those that are left are killed then. */
export function openWorkshop({ engine, folder }: TestApp, timing: Timing): Workshop {
  const hired: WorkerProcess[] = [];
  const uri = new URL(inject('mongoUri'));
  uri.pathname = engine.database.db.databaseName;
  uri.searchParams.set('monitorCommands', 'true');
  const answers = join(folder, 'answers.jsonl');
  afterAll(async () => {
    await Promise.all(hired.map((worker) => worker.end('SIGKILL')));
  });
  return {
    async hire(task = {}) {
      const worker = new WorkerProcess({ uri: uri.href, folder, answers, timing, ...task });
      hired.push(worker);
      await worker.says('ready');
      return worker;
    },
    async answers(workers) {
      const pids = new Set(workers.map(({ pid }) => pid));
      const lines = (await readFile(answers, 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line): Answer => JSON.parse(line)).filter(({ pid }) => pids.has(pid));
    },
  };
}
