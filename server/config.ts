import { z } from 'zod';
import { errors } from './errors.ts';

const schema = z.object({
  /** Of a replica set; without it the embedded MongoDB is used. */
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  /** Embedded database and pictures. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** The runs' log files go to `automation/` below it. */
  LOG_DIR: z.string().min(1).default('logs'),
  /** Articles that a person publishes are written to this folder. */
  PUBLISH_DIR: z.string().min(1).default('published'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('error'),
  /** Where the API listens. */
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Where people reach it, where that is another address. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://galley.example.com' })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Reverse proxies before the API: so many of X-Forwarded-For are believed. */
  PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Runs that one worker process works on at once. */
  WORKER_SLOTS: z.coerce.number().int().min(1).max(1000).default(64),
  /** Packages or files that default-export a stage, separated by commas. */
  STAGE_PLUGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
});

/** Names of the environment variables. */
export const configVariables: readonly string[] = Object.keys(schema.shape);

export type Config = Readonly<z.infer<typeof schema>>;

/** Reads the environment; empty variables count as unset. Throws INVALID_CONFIG, naming the variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw errors.invalidConfig({ variable: String(issue?.path[0]), problem: issue?.message ?? 'unknown' });
}
