// Prints what happens in a run, line by line, to its end:
//
//   GALLEY_KEY=galley_… node watch-run.mjs RUN_ID [AFTER]
//
// AFTER is the last line already seen. When the connection is lost it goes on behind the last line that it has printed:
// none is missing, none comes twice. Elsewhere than in this folder it needs: npm install graphql-ws ws
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const { GALLEY_KEY, GALLEY_URL = 'http://127.0.0.1:4000' } = process.env;
const [runId, after = '0'] = process.argv.slice(2);

/** Says who it is when it connects. */
class KeyedSocket extends WebSocket {
  constructor(url, protocols) {
    super(url, protocols, { headers: { authorization: `Bearer ${GALLEY_KEY}` } });
  }
}

const client = createClient({
  url: `${GALLEY_URL.replace(/^http/, 'ws')}/graphql`,
  webSocketImpl: KeyedSocket,
  // A lost connection is opened again, however often; a key that is worth nothing is told at once all the same.
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  retryWait: () => sleep(1_000),
});

/** Sent anew with each connection: `after` is then the last line received. */
const seen = { runId, after: Number(after) };

/** Sockets are for what comes by itself; a question goes over HTTP, and waits where the server is away. */
async function isOver() {
  const query = 'query ($runId: ObjectID!) { run(id: $runId) { active seq } }';
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${GALLEY_KEY}` };
  const body = JSON.stringify({ query, variables: { runId } });
  const asked = await fetch(`${GALLEY_URL}/graphql`, { method: 'POST', headers, body }).catch(() => null);
  if (!asked) return sleep(1_000).then(isOver);
  const { data, errors } = await asked.json();
  if (errors) throw errors;
  return !data.run.active && seen.after >= data.run.seq;
}

await new Promise((resolve, reject) => {
  const endIfOver = () => isOver().then((isSo) => isSo && resolve(), reject);
  const query = `subscription ($runId: ObjectID!, $after: Int!) {
    activity(runId: $runId, after: $after) { seq at level message stage }
  }`;
  const next = ({ data, errors }) => {
    if (errors) return reject(errors);
    const { seq, at, level, message, stage } = data.activity;
    console.log(`${seq} ${at.slice(11, 19)} ${level} ${message}`);
    seen.after = seq;
    if (stage === null) endIfOver(); // Only what concerns the run as a whole can be its end.
  };
  client.subscribe({ query, variables: seen }, { next, error: reject, complete: resolve });
  endIfOver();
}).catch((error) => {
  console.error(error[0]?.message ?? error.reason ?? error.message);
  process.exitCode = 1;
});
await client.dispose();
