import { LLMock } from '@copilotkit/aimock';
import { afterAll } from 'vitest';
import type { ProviderChoice } from '../../server/ai/providers/choice.ts';
import { type KnownQuestions, knowQuestions, onePixel } from './known-questions.ts';

/** The one key that it accepts. */
export const mockKey = 'sk-mock-0123456789abcdefghij';

/** What every answer is said to have needed, in the words of each provider. */
const usage = {
  prompt_tokens: 1_000,
  completion_tokens: 200,
  input_tokens: 1_000,
  output_tokens: 200,
  promptTokenCount: 1_000,
  candidatesTokenCount: 200,
};

export interface AiMock {
  readonly questions: KnownQuestions;
  /** How each provider is reached there. */
  readonly choices: Readonly<Record<'openai' | 'anthropic' | 'google' | 'compatible', ProviderChoice>>;
}

/** A server that speaks as the providers do, and answers what the stages would. Call it at the top of a file. */
export async function openAiMock(): Promise<AiMock> {
  const mock = new LLMock({ port: 0, auth: { apiKeys: [mockKey] } });
  const questions = knowQuestions();
  const picture = onePixel.toString('base64');
  // Google's image models answer as its others do, with the picture where words would be.
  mock.on({ model: 'gemini-2.5-flash-image' }, { audio: { b64Json: picture, contentType: 'image/png' } });
  mock.onImage(/./, { image: { b64Json: picture } });
  mock.on({ endpoint: 'chat' }, async ({ messages }) => {
    const texts = messages.map(({ content }) =>
      typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('\n'),
    );
    return { content: (await questions.answerTo(texts.join('\n'))) ?? 'What do you mean?', usage };
  });
  await mock.start();
  afterAll(() => mock.stop());
  const { url } = mock;
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
        keys: { anthropic: mockKey },
        baseUrls: { anthropic: `${url}/v1` },
        text: [{ provider: 'anthropic', model: 'claude-sonnet-5-5' }],
        // It paints no pictures.
        image: [],
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
