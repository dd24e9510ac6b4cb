import { errors } from '../../errors.ts';
import type { ProviderSource } from '../provider.ts';
import { chooseProviders, isProblem, type ProviderChoice, type ProviderSettings } from './choice.ts';
import { createProviders, type ProviderTools } from './create-providers.ts';
import type { Lines } from './lines.ts';

/** The variables by which one machine's providers are chosen. */
export interface ProviderVariables {
  readonly OPENAI_API_KEY?: string | undefined;
  readonly ANTHROPIC_API_KEY?: string | undefined;
  readonly GOOGLE_GENERATIVE_AI_API_KEY?: string | undefined;
  readonly RUNWARE_API_KEY?: string | undefined;
  readonly OPENAI_BASE_URL?: string | undefined;
  readonly TEXT_MODEL?: string | undefined;
  readonly IMAGE_MODEL?: string | undefined;
}

const variableOf = { textModel: 'TEXT_MODEL', imageModel: 'IMAGE_MODEL' } as const;

/** The environment's choice. Throws INVALID_CONFIG. */
export function environmentChoice(variables: ProviderVariables): ProviderChoice {
  const choice = chooseProviders(settingsOf(variables));
  if (!isProblem(choice)) return choice;
  const variable = variableOf[choice.setting];
  throw errors.invalidConfig({ variable, problem: choice.problem, isUnset: !variables[variable] });
}

/** The keys themselves: what must turn up nowhere. */
export function environmentKeys(variables: ProviderVariables): string[] {
  return Object.values(settingsOf(variables).keys);
}

function settingsOf(variables: ProviderVariables): ProviderSettings {
  const { OPENAI_API_KEY, ANTHROPIC_API_KEY, GOOGLE_GENERATIVE_AI_API_KEY, RUNWARE_API_KEY } = variables;
  return {
    keys: {
      ...(OPENAI_API_KEY && { openai: OPENAI_API_KEY }),
      ...(ANTHROPIC_API_KEY && { anthropic: ANTHROPIC_API_KEY }),
      ...(GOOGLE_GENERATIVE_AI_API_KEY && { google: GOOGLE_GENERATIVE_AI_API_KEY }),
      ...(RUNWARE_API_KEY && { runware: RUNWARE_API_KEY }),
    },
    baseUrl: variables.OPENAI_BASE_URL,
    textModel: variables.TEXT_MODEL,
    imageModel: variables.IMAGE_MODEL,
  };
}

/** The environment's providers, the same for every account, each account in lines of its own. Throws INVALID_CONFIG. */
export function environmentProviders(
  variables: ProviderVariables,
  tools: Omit<ProviderTools, 'lineOf'> & { readonly lines: Lines },
): ProviderSource {
  const choice = environmentChoice(variables);
  return {
    async of(account) {
      const lineOf: ProviderTools['lineOf'] = (provider, model) =>
        tools.lines.of(account.toHexString(), provider, model);
      return createProviders(choice, { ...tools, lineOf });
    },
  };
}
