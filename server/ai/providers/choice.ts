/** Which providers and models answer, as plain data: from the environment, or from an account's own settings. */

/** `compatible` is whatever speaks OpenAI's protocol at an address of one's own. */
const providerNames = ['openai', 'anthropic', 'google', 'compatible', 'runware'] as const;
export type ProviderName = (typeof providerNames)[number];

export interface ModelChoice {
  readonly provider: ProviderName;
  readonly model: string;
}

/** What `createProviders` makes providers from. An empty chain is answered offline. */
export interface ProviderChoice {
  readonly keys: Readonly<Partial<Record<ProviderName, string>>>;
  /** Other addresses than the providers' own, such as `http://localhost:11434/v1`. */
  readonly baseUrls: Readonly<Partial<Record<ProviderName, string>>>;
  /** The next is asked when the one before it is down. */
  readonly text: readonly ModelChoice[];
  readonly image: readonly ModelChoice[];
}

/** What a person sets. A chain is text such as `openai:gpt-6-sol, anthropic:claude-sonnet-5-5`. */
export interface ProviderSettings {
  readonly keys: ProviderChoice['keys'];
  /** Of a gateway that speaks OpenAI's protocol; it takes OpenAI's place. Its key is optional. */
  readonly baseUrl?: string | undefined;
  readonly textModel?: string | undefined;
  readonly imageModel?: string | undefined;
}

/** Settings that make no sense: which one, and why, as the end of a sentence (`must …`). */
export interface ChoiceProblem {
  readonly setting: 'textModel' | 'imageModel';
  readonly problem: string;
}

/** Where they answer. Said each time: left alone, their libraries would look into the environment for it. */
const ownAddresses: Readonly<Partial<Record<ProviderName, string>>> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
  google: 'https://generativelanguage.googleapis.com/v1beta',
  runware: 'https://api.runware.ai/v1',
};

export function baseUrlOf(provider: ProviderName, { baseUrls }: ProviderChoice): string {
  return baseUrls[provider] ?? ownAddresses[provider] ?? '';
}

type Kind = 'text' | 'image';

/** Asked where no model is named: good articles at a middling price. A gateway's models are its own affair. */
const defaults: Readonly<Record<Kind, Partial<Record<ProviderName, string>>>> = {
  text: { openai: 'gpt-6-sol', anthropic: 'claude-sonnet-5-5', google: 'gemini-3.6-flash' },
  image: { openai: 'gpt-image-2', google: 'gemini-2.5-flash-image', runware: 'runware:101@1' },
};

/** Who can do what at all, the preferred one first. */
const able: Readonly<Record<Kind, readonly ProviderName[]>> = {
  text: ['compatible', 'openai', 'anthropic', 'google'],
  image: ['runware', 'openai', 'google', 'compatible'],
};

/** Makes a choice of settings, or tells what is wrong with them. */
export function chooseProviders(settings: ProviderSettings): ProviderChoice | ChoiceProblem {
  const { baseUrl } = settings;
  const { openai, ...others } = settings.keys;
  const keys =
    baseUrl === undefined || openai === undefined ? settings.keys : { ...others, compatible: openai };
  const set = providerNames.filter((name) =>
    name === 'compatible' ? baseUrl !== undefined : keys[name] !== undefined,
  );
  const text = chainOf('text', settings.textModel, set);
  if (typeof text === 'string') return { setting: 'textModel', problem: text };
  const image = chainOf('image', settings.imageModel, set);
  if (typeof image === 'string') return { setting: 'imageModel', problem: image };
  return { keys, baseUrls: baseUrl === undefined ? {} : { compatible: baseUrl }, text, image };
}

export function isProblem(choice: ProviderChoice | ChoiceProblem): choice is ChoiceProblem {
  return 'problem' in choice;
}

function chainOf(
  kind: Kind,
  text: string | undefined,
  set: readonly ProviderName[],
): readonly ModelChoice[] | string {
  const usable = able[kind].filter((name) => set.includes(name));
  if (text === undefined) return defaultChain(kind, usable);
  const members = text
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
  const chain: ModelChoice[] = [];
  for (const member of members) {
    const choice = fit(kind, memberOf(member, usable));
    if (typeof choice === 'string') return choice;
    chain.push(choice);
  }
  return chain.length > 0 ? chain : 'must name a model';
}

/** A model named with its provider, as in `openai:gpt-6-sol`, whether there is a key for it or not; or what is wrong. */
export function modelNamed(kind: Kind, text: string): ModelChoice | string {
  // At a gateway a model is whatever its owner calls so.
  const others = able[kind].filter((name) => name !== 'compatible');
  return fit(kind, memberOf(text.trim(), others));
}

/** Google's library takes no other model for pictures, and says so only when the first one is to be painted. */
function fit(kind: Kind, choice: ModelChoice | string): ModelChoice | string {
  if (kind === 'text' || typeof choice === 'string') return choice;
  const { provider, model } = choice;
  if (provider !== 'google' || model.startsWith('gemini-')) return choice;
  return `must not name "${model}", which does not paint: of Google's models those do that begin with "gemini-"`;
}

function defaultChain(kind: Kind, usable: readonly ProviderName[]): readonly ModelChoice[] | string {
  for (const provider of usable) {
    const model = defaults[kind][provider];
    if (model !== undefined) return [{ provider, model }];
    if (kind === 'text') return 'must name a model of the gateway';
  }
  return [];
}

/** A name may have a colon of its own, as `llama3.2:3b` has: only a provider's name before it counts. */
function memberOf(member: string, usable: readonly ProviderName[]): ModelChoice | string {
  const [prefix = ''] = member.split(':', 1);
  const named = providerNames.find((name) => name === prefix);
  // Runware's own models are called `runware:101@1`, as if by whose they are: that is the whole name.
  const isWhole = named === undefined || /^runware:\d+@\d+$/.test(member);
  const model = isWhole ? member : member.slice(prefix.length + 1).trim();
  if (model === '') return `must name a model after "${prefix}:"`;
  // Where there is a gateway in OpenAI's place, that is who is meant.
  const meant =
    named === 'openai' && !usable.includes(named) && usable.includes('compatible') ? 'compatible' : named;
  if (meant !== undefined) {
    return usable.includes(meant)
      ? { provider: meant, model }
      : `must not name "${prefix}", which has no key or cannot do this`;
  }
  const [provider, ...others] = usable;
  if (provider === undefined)
    return `must not name "${model}" where no provider is set up that could have it`;
  if (others.length > 0) return `must say whose model "${model}" is, as in ${provider}:${model}`;
  return { provider, model };
}
