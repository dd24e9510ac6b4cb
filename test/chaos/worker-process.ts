/**
 * A worker as a process of its own, on the built product. It writes what happens to it on stdout, a JSON object a
 * line, and each answer that it gets from its provider into a file; SIGTERM stops it as it would stop the server.
 */
import { appendFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { type Providers } from '../../server/ai/provider.ts';
import type * as Application from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { providersForAll } from '../support/providers-for-all.ts';
import { cheapProviders } from './tiny-pictures.ts';
import type { Answer, Moments, WorkerReport, WorkerTask } from './worker-task.ts';

const task: WorkerTask = JSON.parse(process.argv[2] ?? '');
// The schema's decorators need the compiler; its types are those of the source.
const built = (path: string) => new URL(`../../dist/server/${path}`, import.meta.url).href;
const { openApp }: typeof Application = await import(built('app.js'));

const app = await openApp({
  config: readConfig({
    MONGODB_URI: task.uri,
    DATA_DIR: task.folder,
    LOG_DIR: `${task.folder}/logs`,
    LOG_LEVEL: 'silent',
    WORKER_SLOTS: '4',
  }),
  say: () => {},
  parts: { timing: task.timing, providers: providersForAll(recordedProviders()) },
});
if (task.freezeAt && !('answer' in task.freezeAt)) freezeAt(task.freezeAt);
await app.work();
report({ is: 'ready' });

process.once('SIGTERM', async () => {
  await app.close();
  // A job that Agenda has planned keeps the process for up to a minute else.
  process.exit();
});

function report(line: WorkerReport): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Stops the process where it stands, as a debugger or a suspended machine does. */
function freeze(): void {
  report({ is: 'frozen' });
  process.kill(process.pid, 'SIGSTOP');
}

/** Freezes once. Token and batches of the run are as the server tells them, in answer to each change of it. */
function freezeAt(moments: Moments): void {
  const { client } = app.engine.database;
  const changed = z.object({
    value: z.object({
      lease: z.object({ token: z.int() }),
      stages: z.record(z.string(), z.object({ batches: z.int() })),
    }),
  });
  client.on('commandSucceeded', function look({ commandName, reply }) {
    const { data } = changed.safeParse(commandName === 'findAndModify' ? reply : null);
    const moment = data && moments[data.value.lease.token];
    if (!moment) return;
    const batches = Object.values(data.value.stages).reduce((sum, stage) => sum + stage.batches, 0);
    if (batches < moment.after) return;
    client.off('commandSucceeded', look);
    if ('delayMs' in moment) setTimeout(freeze, moment.delayMs);
    else freezeInTransaction(moment.write);
  });
}

/** Freezes when the server has carried out the nth write that is part of a transaction, which then stays open. */
function freezeInTransaction(number: number): void {
  const writes = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite']);
  const open = new Set<number>();
  let left = number;
  const { client } = app.engine.database;
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    if (writes.has(commandName) && command.autocommit === false) open.add(requestId);
  });
  client.on('commandSucceeded', ({ requestId }) => {
    if (!open.delete(requestId)) return;
    left -= 1;
    if (left === 0) freeze();
  });
}

/** Puts a price tag on each answer by which it is known again. */
function recordedProviders(): Providers {
  let answered = 0;
  return cheapProviders({
    async onAsked() {
      if (task.hangAt !== answered + 1) return;
      report({ is: 'hanging' });
      // It does not listen to the signal either.
      await new Promise(() => {});
    },
    onAnswer(purpose) {
      answered += 1;
      const costUsd = Number(`${process.pid}e-9`) + Number(`${answered}e-15`);
      const answer: Answer = { pid: process.pid, purpose, costUsd };
      appendFileSync(task.answers, `${JSON.stringify(answer)}\n`);
      if (task.freezeAt && 'answer' in task.freezeAt && task.freezeAt.answer === answered) freeze();
      return costUsd;
    },
  });
}
