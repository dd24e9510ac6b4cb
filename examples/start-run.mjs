// Starts a run over a site and waits for its end:
//
//   GALLEY_KEY=galley_… node start-run.mjs SITE_ID
//
// The key's scope must be RUN. It exits with 0 when the run has completed, with 1 when it was refused or did not.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const { GALLEY_KEY, GALLEY_URL = 'http://127.0.0.1:4000' } = process.env;
const [siteId] = process.argv.slice(2);

async function post(body) {
  const response = await fetch(`${GALLEY_URL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${GALLEY_KEY}` },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** Asks until there is an answer. Throws the sentence in which Galley refuses. */
async function ask(query, variables) {
  for (;;) {
    // With an answer that is lost, nobody knows what was done: the idempotency key makes it safe to ask again.
    const { data, errors = [] } = await post({ query, variables }).catch(({ message, cause }) => ({
      errors: [{ message: `No answer: ${cause?.message ?? message}.`, extensions: { retryable: true } }],
    }));
    const [error] = errors;
    if (!error) return data;
    if (!error.extensions?.retryable) throw new Error(error.message);
    console.error(`${error.message} Asking again.`);
    await sleep(1_000);
  }
}

async function startAndWait() {
  const { startRun } = await ask(
    'mutation ($input: StartRunInput!) { startRun(input: $input) { run { id runId } } }',
    { input: { siteId, idempotencyKey: randomUUID() } },
  );
  const { id, runId } = startRun.run;
  console.log(`${runId} has started. Watch it with: node watch-run.mjs ${id}`);
  for (let last = ''; ; await sleep(1_000)) {
    const { run } = await ask(
      `query ($id: ObjectID!) {
        run(id: $id) { active status percent creditsUsed currentStage pause { message } error { message } }
      }`,
      { id },
    );
    const why = run.error?.message ?? run.pause?.message ?? run.currentStage;
    const line = `${run.status}, ${Math.round(run.percent)}%, ${run.creditsUsed} credits. ${why}`;
    if (line !== last) console.log(line);
    last = line;
    if (!run.active) return run.status;
  }
}

const status = await startAndWait().catch(({ message }) => console.error(message));
process.exitCode = status === 'COMPLETED' ? 0 : 1;
