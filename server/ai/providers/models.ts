import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { EmbeddingModel, LanguageModel } from 'ai';
import { baseUrlOf, type ModelChoice, type ProviderChoice } from './choice.ts';
import { googleRatio, openaiPicture, openaiSize, type Painter, sdkPainter } from './image-provider.ts';
import { runwarePainter } from './runware.ts';

type Fetch = typeof fetch | undefined;

/** A text model behind the AI SDK. Never reads a key from the environment by itself. */
export function languageModelOf(
  { provider, model }: ModelChoice,
  choice: ProviderChoice,
  fetch: Fetch,
): Exclude<LanguageModel, string> {
  // The AI SDK would tell the console of options that a model ignores.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const settings = settingsOf(provider, choice, fetch);
  switch (provider) {
    case 'openai':
      return createOpenAI(settings)(model);
    case 'anthropic':
      return createAnthropic(settings)(model);
    case 'google':
      return createGoogle(settings)(model);
    case 'compatible':
    case 'runware':
      return gateway(choice, fetch).chatModel(model);
  }
}

/** By what texts are compared: OpenAI's and Google's. */
export function embeddingModelOf(
  { provider, model }: ModelChoice,
  choice: ProviderChoice,
  fetch: Fetch,
): Exclude<EmbeddingModel, string> {
  const settings = settingsOf(provider, choice, fetch);
  return provider === 'google'
    ? createGoogle(settings).embedding(model)
    : createOpenAI(settings).embedding(model);
}

export function painterOf({ provider, model }: ModelChoice, choice: ProviderChoice, fetch: Fetch): Painter {
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const settings = settingsOf(provider, choice, fetch);
  switch (provider) {
    case 'openai':
      return sdkPainter(createOpenAI(settings).image(model), openaiPicture(model));
    case 'google':
      return sdkPainter(createGoogle(settings).image(model), googleRatio);
    case 'runware':
      return runwarePainter({ key: settings.apiKey, model, baseUrl: settings.baseURL, fetch });
    case 'compatible':
    case 'anthropic':
      return sdkPainter(gateway(choice, fetch).imageModel(model), openaiSize);
  }
}

function settingsOf(provider: ModelChoice['provider'], choice: ProviderChoice, fetch: Fetch) {
  // An empty key is sent, and rejected; none at all would be looked for in the environment.
  const apiKey = choice.keys[provider] ?? '';
  return { apiKey, baseURL: baseUrlOf(provider, choice), ...(fetch && { fetch }) };
}

function gateway(choice: ProviderChoice, fetch: Fetch) {
  const { keys } = choice;
  return createOpenAICompatible({
    name: 'compatible',
    baseURL: baseUrlOf('compatible', choice),
    ...(keys.compatible && { apiKey: keys.compatible }),
    ...(fetch && { fetch }),
    includeUsage: true,
    supportsStructuredOutputs: true,
  });
}
