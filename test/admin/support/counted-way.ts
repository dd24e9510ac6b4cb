import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';

/** Letters of an answer that no socket takes without somebody who reads them at its other end. */
const beyondBuffers = 16_000_000;

/** Up to where an answer comes: not at all, or to its middle. */
type Held = 'answer' | 'rest of the answer';

interface HeldRequest {
  /** Resolves once the request has come, and what is not held back of its answer is read. */
  readonly come: Promise<void>;
  /** Resolves once whoever asked has closed the connection. */
  readonly closed: Promise<void>;
}

export interface CountedWay {
  readonly url: string;
  /** The names of the operations that have gone along it, since this was last called. */
  taken(): string[];
  /** Keeps an answer back for ever. */
  hold(what: Held): HeldRequest;
}

/**
 * A way over HTTP to the API as a browser has it, which signs each request as this person's browser would. Call it at
 * the top of a file.
 */
export async function openCountedWay(apiUrl: string, person: Record<string, string>): Promise<CountedWay> {
  let operations: string[] = [];
  let holding: { readonly what: Held; readonly come: () => void; readonly closed: () => void } | undefined;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { query }: { query: string } = JSON.parse(body);
    operations.push(/(?:query|mutation) (\w+)/.exec(query)?.[1] ?? 'nameless');
    const held = holding;
    holding = undefined;
    if (held) {
      response.once('close', held.closed);
      if (held.what === 'answer') held.come();
      // So much that it has left only when most of it has been read.
      else response.write(' '.repeat(beyondBuffers), held.come);
      return;
    }
    const headers = { ...person, 'content-type': 'application/json' };
    const answer = await fetch(`${apiUrl}/graphql`, { method: 'POST', headers, body });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    taken() {
      const before = operations;
      operations = [];
      return before;
    },
    hold(what) {
      const come = Promise.withResolvers<void>();
      const closed = Promise.withResolvers<void>();
      holding = { what, come: come.resolve, closed: closed.resolve };
      return { come: come.promise, closed: closed.promise };
    },
  };
}
