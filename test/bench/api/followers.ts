/** A thread with a thousand sockets, each following a run, that checks and times what comes. */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import WebSocket from 'ws';

export interface Following {
  /** Of the API, with `ws:`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Ids of the runs; the followers are dealt out among them. */
  readonly runs: readonly string[];
  readonly followers: number;
  /** The number of each run's last row. */
  readonly lastSeq: number;
}

interface Followed {
  readonly rows: number;
  /** Rows that came out of order, twice, or not at all. */
  readonly faults: number;
  /** Milliseconds from when a row was written to when it came: 99 of 100 are at most this. */
  readonly p99Ms: number;
}

export interface Followers {
  /** Resolves when all have subscribed. */
  readonly ready: Promise<void>;
  /** Resolves when each has had its last row. */
  readonly done: Promise<Followed>;
}

export function follow(following: Following): Followers {
  const worker = new Worker(new URL(import.meta.url), { workerData: following });
  const told = (type: string) =>
    new Promise<Followed>((resolve, reject) => {
      worker.on('message', (message: { type: string; followed: Followed }) => {
        if (message.type === type) resolve(message.followed);
      });
      worker.once('error', reject);
    });
  return { ready: told('ready').then(() => {}), done: told('done') };
}

const subscription =
  'subscription ($runId: ObjectID!, $after: Int!) { activity(runId: $runId, after: $after) { seq at message } }';

async function work({ url, headers, runs, followers, lastSeq }: Following): Promise<void> {
  const waits: number[] = [];
  let faults = 0;
  const followOne = (nth: number) => {
    const ready = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
    let last = 0;
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'connection_ack') {
        const payload = { query: subscription, variables: { runId: runs[nth % runs.length], after: 0 } };
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
      }
      if (message.type !== 'next') return;
      const { seq, at } = message.payload.data.activity;
      if (seq !== last + 1) faults += 1;
      last = seq;
      // The first was there before anybody followed.
      if (seq === 1) return ready.resolve();
      waits.push(Date.now() - Date.parse(at));
      if (seq === lastSeq) {
        socket.close();
        done.resolve();
      }
    });
    socket.on('error', done.reject);
    return { ready: ready.promise, done: done.promise };
  };
  const all = Array.from({ length: followers }, (_, nth) => followOne(nth));
  await Promise.all(all.map(({ ready }) => ready));
  parentPort?.postMessage({ type: 'ready' });
  await Promise.all(all.map(({ done }) => done));
  waits.sort((a, b) => a - b);
  const p99Ms = waits[Math.floor(waits.length * 0.99)] ?? Number.NaN;
  parentPort?.postMessage({ type: 'done', followed: { rows: waits.length, faults, p99Ms } });
}

if (parentPort) await work(workerData);
