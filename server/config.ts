import { z } from 'zod';
import { allowedHosts } from './ai/allowed-hosts.ts';
import { errors } from './errors.ts';
import { masterSecrets } from './secrets/master-keys.ts';

const originProblem = 'must be origins such as https://console.example.com, separated by commas';
const origin = z
  .url({ protocol: /^https?$/, error: originProblem })
  .refine((url) => URL.canParse(url) && new URL(url).origin === url, originProblem);

const publicProblem =
  'must be an address such as https://galley.example.com, with no path: Galley is at the top of its host';

const webhookProblem = 'must be an address such as https://hooks.example.com/galley, with no user in it';

const gatewayProblem = 'must be an address such as http://localhost:11434/v1, with no user in it';

const schema = z.object({
  /** Of a replica set; without it the embedded MongoDB is used. */
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  /** Of the embedded database and the program's own log. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** The runs' log files go to `automation/` below it. */
  LOG_DIR: z.string().min(1).default('logs'),
  /** Articles that a person publishes are written to this folder. */
  PUBLISH_DIR: z.string().min(1).default('published'),
  /** Where pictures are kept; without it, in the database. */
  S3_BUCKET: z.string().min(3, 'must have at least 3 characters').optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  /** Of a store that is not Amazon's but speaks its protocol. */
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://s3.example.com' })
    .optional(),
  /** This and the next: both or neither. Without them the SDK looks where it always does. */
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be fatal, error, warn, info, debug or silent',
    )
    .default('warn'),
  /** `production` changes what is on by default: see the settings below, and the log goes to stderr as JSON. */
  NODE_ENV: z.string().default('development'),
  /** What this process does: answer requests, work on runs, or both. */
  ROLE: z.enum(['api', 'worker', 'all'], 'must be api, worker or all').default('all'),
  /** Where the API listens; a worker, too, for its health and metrics. */
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  /** Where people reach it, where that is another address. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: publicProblem })
    .refine((url) => !URL.canParse(url) || new URL(url).href === `${new URL(url).origin}/`, publicProblem)
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Reverse proxies before the API: so many of X-Forwarded-For are believed. */
  PROXIES: wholeNumber(0, 10).default(0),
  /** Origins whose pages may ask, with cookies, and open sockets, besides our own. */
  ALLOWED_ORIGINS: z.string().default('').transform(listed).pipe(z.array(origin)),
  /** Whether the schema may be asked for. Where not, errors do not tell its names. */
  INTROSPECTION: z.enum(['on', 'off'], 'must be on or off').optional(),
  /** Of one caller in a minute, in each process. */
  RATE_LIMIT: wholeNumber(1, 1_000_000).default(1_200),
  /** Of one operation. */
  MAX_COST: wholeNumber(100, 10_000_000).default(50_000),
  /** Of a request's body. */
  MAX_BODY_KB: wholeNumber(1, 102_400).default(1_024),
  /** Sockets, and subscriptions over all of them, that one caller may have open in each process. */
  MAX_SOCKETS: wholeNumber(1, 10_000).default(20),
  MAX_SUBSCRIPTIONS: wholeNumber(1, 100_000).default(100),
  /** Lets other machines read /metrics. */
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  /** Where notifications are posted; without it they are lines of the log. */
  NOTIFY_WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: webhookProblem })
    .refine((url) => !URL.canParse(url) || new URL(url).username === '', webhookProblem)
    .optional(),
  /** Signs them. */
  NOTIFY_WEBHOOK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  /** Of the providers that answer; without any of them, answers are samples. */
  OPENAI_API_KEY: key(),
  ANTHROPIC_API_KEY: key(),
  GOOGLE_GENERATIVE_AI_API_KEY: key(),
  RUNWARE_API_KEY: key(),
  /** Of a gateway that speaks OpenAI's protocol, and takes its place. */
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: gatewayProblem })
    .refine((url) => !URL.canParse(url) || new URL(url).username === '', gatewayProblem)
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Chains of models: the next is asked when the one before it is down. */
  TEXT_MODEL: z.string().optional(),
  IMAGE_MODEL: z.string().optional(),
  /** Of one account and model in a minute. */
  AI_REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000).default(300),
  AI_TOKENS_PER_MINUTE: wholeNumber(1_000, 1_000_000_000).default(400_000),
  /** Encrypts the keys that accounts give; several, each with its version, while one replaces another. */
  GALLEY_SECRET: masterSecrets.optional(),
  /** Hosts that an account's base URL may lead to though they are private. */
  ALLOW_PRIVATE_AI_HOSTS: z.string().default('').transform(listed).pipe(allowedHosts),
  /** After so many days, an ended run's journal keeps the figures of its AI calls alone. */
  REPLY_DAYS: wholeNumber(1, 3_650).default(30),
  /** Runs that one worker process works on at once. */
  WORKER_SLOTS: wholeNumber(1, 1_000).default(64),
  /** Packages or files that default-export a stage, separated by commas. */
  STAGE_PLUGINS: z.string().default('').transform(listed),
});

/** What is right only together. */
const whole = schema.refine(
  (config) => (config.S3_ACCESS_KEY_ID === undefined) === (config.S3_SECRET_ACCESS_KEY === undefined),
  { path: ['S3_SECRET_ACCESS_KEY'], error: 'must be given together with S3_ACCESS_KEY_ID, or neither' },
);

/** What a key is made of: nothing that a header could not carry. */
function key() {
  return z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be a key, without spaces or line breaks')
    .optional();
}

function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** Separated by commas. */
function listed(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Names of the environment variables. */
export const configVariables: readonly string[] = Object.keys(schema.shape);

export type Config = Readonly<z.infer<typeof schema>>;

/** Whether the program serves others than who wrote it. */
export function isProduction({ NODE_ENV }: Pick<Config, 'NODE_ENV'>): boolean {
  return NODE_ENV === 'production';
}

/** Reads the environment; empty variables count as unset. Throws INVALID_CONFIG, naming the variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = whole.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const variable = String(issue?.path[0]);
  throw errors.invalidConfig({
    variable,
    problem: issue?.message ?? 'unknown',
    isUnset: given[variable] === undefined,
  });
}
