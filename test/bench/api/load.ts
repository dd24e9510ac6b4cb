/** A thread that sends requests, so that the server under measurement has a core of its own. */
import { parentPort, Worker, workerData } from 'node:worker_threads';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly requests: number;
  /** Requests under way at once. */
  readonly atOnce: number;
}

/** Sends them all; returns requests a second. Throws where one is not answered as it should be. */
export function send(load: Load): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: load });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function work({ url, headers, body, requests, atOnce }: Load): Promise<number> {
  let left = requests;
  const one = async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const text = await response.text();
    if (!response.ok || text.includes('"errors"')) throw new Error(text.slice(0, 500));
  };
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  return (requests * 1_000) / (performance.now() - started);
}

if (parentPort) parentPort.postMessage(await work(workerData));
