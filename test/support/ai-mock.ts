import { LLMock } from '@copilotkit/aimock';
import { afterAll } from 'vitest';
import type { ProviderChoice } from '../../server/ai/providers/choice.ts';
import { type KnownQuestions, knowQuestions, onePixel } from './known-questions.ts';
import { standInAnswer } from './stand-in-model.ts';

/** The one key that it accepts. */
const mockKey = 'sk-mock-0123456789abcdefghij';

/** What every answer is said to have needed, in the words of each provider. */
const usage = {
  prompt_tokens: 1_000,
  completion_tokens: 200,
  input_tokens: 1_000,
  output_tokens: 200,
  promptTokenCount: 1_000,
  candidatesTokenCount: 200,
};

/** What Runware says that a picture has cost. */
export const runwareUsd = 0.0013;

export interface AiMock {
  readonly questions: KnownQuestions;
  /** How each provider is reached there. */
  readonly choices: Readonly<Record<'openai' | 'anthropic' | 'google' | 'compatible', ProviderChoice>>;
}

/** A server that speaks as the providers do, and answers what the stages would. Call it at the top of a file. */
export async function openAiMock(): Promise<AiMock> {
  const questions = knowQuestions();
  const { url } = await startMock((text) => questions.answerTo(text), [mockKey]);
  return {
    questions,
    choices: {
      openai: {
        keys: { openai: mockKey },
        baseUrls: { openai: `${url}/v1` },
        text: [{ provider: 'openai', model: 'gpt-6-sol' }],
        image: [{ provider: 'openai', model: 'gpt-image-2' }],
      },
      anthropic: {
        // It paints no pictures; Runware does nothing else.
        keys: { anthropic: mockKey, runware: mockKey },
        baseUrls: { anthropic: `${url}/v1`, runware: `${url}/runware` },
        text: [{ provider: 'anthropic', model: 'claude-sonnet-5-5' }],
        image: [{ provider: 'runware', model: 'runware:101@1' }],
      },
      google: {
        keys: { google: mockKey },
        baseUrls: { google: `${url}/v1beta` },
        text: [{ provider: 'google', model: 'gemini-3.6-flash' }],
        image: [{ provider: 'google', model: 'gemini-2.5-flash-image' }],
      },
      compatible: {
        keys: { compatible: mockKey },
        baseUrls: { compatible: `${url}/v1` },
        text: [{ provider: 'compatible', model: 'llama3.2:3b' }],
        image: [{ provider: 'compatible', model: 'a-painter' }],
      },
    },
  };
}

/** A provider as other processes meet it, who cannot tell it beforehand what they will ask. */
export interface StandInProvider {
  readonly url: string;
  /** How it is reached, as a gateway without pictures. */
  readonly choice: ProviderChoice;
  /** Of each request since it was last asked, in order: to which model, and whether with a key. */
  requests(): { model: string; hasKey: boolean }[];
}

/**
 * Accepts this key alone, or anybody. `onQuestion` is told each question before its answer is sent; what it returns is
 * sent instead. Call it at the top of a file.
 */
export async function openStandIn({
  key,
  onQuestion = () => {},
}: {
  key?: string;
  onQuestion?: (text: string) => unknown;
} = {}): Promise<StandInProvider> {
  const answerTo = async (text: string) => {
    const instead = await onQuestion(text);
    return typeof instead === 'string' ? instead : standInAnswer(text);
  };
  const mock = await startMock(answerTo, key === undefined ? undefined : [key]);
  return {
    url: mock.url,
    choice: {
      keys: { ...(key !== undefined && { compatible: key }) },
      baseUrls: { compatible: `${mock.url}/v1` },
      text: [{ provider: 'compatible', model: 'a-writer' }],
      image: [],
    },
    requests() {
      const entries = mock.getRequests();
      mock.clearRequests();
      return entries.map(({ headers, body }) => ({
        model: String((body as { model?: string } | null)?.model ?? ''),
        hasKey: headers.authorization !== undefined,
      }));
    },
  };
}

async function startMock(
  answerTo: (text: string) => Promise<string | undefined>,
  apiKeys?: readonly string[],
): Promise<LLMock> {
  const mock = new LLMock({
    port: 0,
    journalMaxEntries: 0,
    chunkSize: 400,
    ...(apiKeys && { auth: { apiKeys } }),
  });
  const picture = onePixel.toString('base64');
  // Google's image models answer as its others do, with the picture where words would be.
  mock.on({ model: 'gemini-2.5-flash-image' }, { audio: { b64Json: picture, contentType: 'image/png' } });
  mock.onImage(/./, { image: { b64Json: picture } });
  mock.mount('/runware', {
    async handleRequest(request, response) {
      const isKnown = apiKeys?.some((key) => request.headers.authorization === `Bearer ${key}`) ?? true;
      const done = { data: [{ taskType: 'imageInference', imageBase64Data: picture, cost: runwareUsd }] };
      response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isKnown ? done : { errors: [{ code: 'invalidApiKey' }] }));
      return true;
    },
  });
  mock.on({ endpoint: 'chat' }, async ({ messages }) => {
    const texts = messages.map(({ content }) =>
      typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('\n'),
    );
    return { content: (await answerTo(texts.join('\n'))) ?? 'What do you mean?', usage };
  });
  await mock.start();
  afterAll(() => mock.stop());
  return mock;
}
