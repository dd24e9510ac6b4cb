/** A server of the OpenAI protocol that goes wrong as the test says, in ways that no mock of a provider knows. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach } from 'vitest';
import type { ProviderChoice } from '../../server/ai/providers/choice.ts';
import { type KnownQuestions, knowQuestions, onePixel } from './known-questions.ts';

interface SeenRequest {
  readonly path: string;
  readonly key: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What the server does with a request; `answer` is what it would say if nothing went wrong. */
export type Behaviour = (response: ServerResponse, answer: string, request: SeenRequest) => void;

export interface FaultServer {
  readonly url: string;
  readonly questions: KnownQuestions;
  /** Every request since the test began. */
  readonly requests: SeenRequest[];
  /** How the next requests are treated, one after the other; those after them are answered. */
  behave(...behaviours: Behaviour[]): void;
  /** Where the next request is left without an answer for ever: whoever asks then need not be patient there. */
  nextSilence(): 'first' | 'between' | undefined;
  /** What a text means, by which it is embedded: texts of one meaning have one vector. Its own by default. */
  meaningOf: (text: string) => string;
  /** Reached as a gateway: its text model, and its picture model. */
  choice(key?: string): ProviderChoice;
}

/** Forgets requests and behaviours before each test. Call it at the top of a file. */
export async function openFaultServer(): Promise<FaultServer> {
  const questions = knowQuestions();
  const requests: SeenRequest[] = [];
  let behaviours: Behaviour[] = [];
  const server = createServer((request, response) => {
    void seen(request).then(async (one) => {
      requests.push(one);
      const behaviour = behaviours.shift() ?? says();
      behaviour(response, await answerTo(one, questions, (text) => faultServer.meaningOf(text)), one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    requests.length = 0;
    behaviours = [];
    faultServer.meaningOf = (text) => text;
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const faultServer: FaultServer = {
    url,
    questions,
    meaningOf: (text) => text,
    requests,
    behave: (...next) => behaviours.push(...next),
    nextSilence() {
      const [next] = behaviours;
      if (next === hangs) return 'first';
      return next === stalls ? 'between' : undefined;
    },
    choice: (key = 'sk-fault-0123456789') => ({
      keys: { compatible: key },
      baseUrls: { compatible: url },
      text: [{ provider: 'compatible', model: 'a-writer' }],
      image: [{ provider: 'compatible', model: 'a-painter' }],
    }),
  };
  return faultServer;
}

async function seen(request: IncomingMessage): Promise<SeenRequest> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const key = (request.headers.authorization ?? '').replace('Bearer ', '');
  return { path: request.url ?? '', key, headers: request.headers, body };
}

async function answerTo(
  { path, body }: SeenRequest,
  questions: KnownQuestions,
  meaningOf: (text: string) => string,
): Promise<string> {
  if (path.endsWith('/embeddings')) return embedded(JSON.parse(body), meaningOf);
  if (path.endsWith(':batchEmbedContents')) return embeddedByGoogle(JSON.parse(body), meaningOf);
  if (path.endsWith('/images/generations')) return picture(onePixel);
  if (path.endsWith('/runware')) return runwarePicture(onePixel);
  if (body === '') return '{}';
  // Of those that speak otherwise, questions are not known here.
  const { messages = [] }: { messages?: { content: string }[] } = JSON.parse(body);
  return (await questions.answerTo(messages.map(({ content }) => content).join('\n'))) ?? '';
}

/** Each text as a vector that has nothing in common with those of other meanings. */
function vectorsOf(texts: readonly string[], meaningOf: (text: string) => string): number[][] {
  const meanings = texts.map(meaningOf);
  const places = [...new Set(meanings)];
  return meanings.map((meaning) => places.map((place) => (place === meaning ? 1 : 0)));
}

function embedded({ input }: { input: string[] }, meaningOf: (text: string) => string): string {
  const data = vectorsOf(input, meaningOf).map((embedding, index) => ({
    object: 'embedding',
    index,
    embedding,
  }));
  const usage = { prompt_tokens: 1_000, total_tokens: 1_000 };
  return JSON.stringify({ object: 'list', data, model: 'text-embedding-3-small', usage });
}

/** Google does not tell what it needed. */
function embeddedByGoogle(
  { requests }: { requests: { content: { parts: { text: string }[] } }[] },
  meaningOf: (text: string) => string,
): string {
  const texts = requests.map(({ content }) => content.parts.map(({ text }) => text).join(''));
  return JSON.stringify({ embeddings: vectorsOf(texts, meaningOf).map((values) => ({ values })) });
}

function picture(bytes: Uint8Array): string {
  return JSON.stringify({ created: 1, data: [{ b64_json: Buffer.from(bytes).toString('base64') }] });
}

/** As Runware's tasks are answered. */
function runwarePicture(bytes: Uint8Array): string {
  const imageBase64Data = Buffer.from(bytes).toString('base64');
  return JSON.stringify({ data: [{ taskType: 'imageInference', imageBase64Data, cost: 0.0013 }] });
}

/** Answers with these words, or with what is right. */
export function says(text?: string, finishReason = 'stop'): Behaviour {
  return (response, answer, { path }) => {
    if (!path.endsWith('/chat/completions')) return void json(response, 200, text ?? answer);
    const words = text ?? answer;
    const middle = Math.ceil(words.length / 2);
    begin(response);
    for (const content of [words.slice(0, middle), words.slice(middle)]) chunk(response, { content });
    finish(response, finishReason);
  };
}

/** A reply whose pieces the model itself calls a refusal. */
export function refuses(): Behaviour {
  return (response) => {
    begin(response);
    chunk(response, { content: '' });
    finish(response, 'content_filter');
  };
}

export function paints(bytes: Uint8Array): Behaviour {
  return (response, _, { path }) => {
    json(response, 200, path.endsWith('/runware') ? runwarePicture(bytes) : picture(bytes));
  };
}

/** Answers with a status, and what the provider says to it, in OpenAI's way. */
export function fails(status: number, error: object = {}, headers: Record<string, string> = {}): Behaviour {
  return (response) => void json(response, status, JSON.stringify({ error }), headers);
}

/** Never answers. */
export const hangs: Behaviour = () => {};

/** Begins, and says nothing more. */
export const stalls: Behaviour = (response, answer) => {
  begin(response);
  chunk(response, { content: answer.slice(0, 10) });
};

/** Begins, and hangs up. */
export const hangsUp: Behaviour = (response, answer) => {
  begin(response);
  chunk(response, { content: answer.slice(0, 10) });
  setImmediate(() => response.destroy());
};

/** Begins, and ends the stream without a word of the model that it was done. */
export const breaksOff: Behaviour = (response, answer) => {
  begin(response);
  chunk(response, { content: answer.slice(0, 10) });
  response.end();
};

/** Answers in another protocol, as a proxy's page does. */
export const showsPage: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<!doctype html><title>Sign in</title>');
};

function json(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
}

function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

function chunk(response: ServerResponse, delta: object, rest: object = {}): void {
  const choice = { index: 0, delta, finish_reason: null, ...rest };
  const data = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'a-writer', choices: [choice] };
  response.write(`data: ${JSON.stringify(data)}\n\n`);
}

function finish(response: ServerResponse, finishReason: string): void {
  chunk(response, {}, { finish_reason: finishReason });
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  const cached = { prompt_tokens_details: { cached_tokens: 60 } };
  const last = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'a-writer', choices: [] };
  response.write(`data: ${JSON.stringify({ ...last, usage: { ...usage, ...cached } })}\n\n`);
  response.end('data: [DONE]\n\n');
}
