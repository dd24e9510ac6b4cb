import { AsyncLocalStorage } from 'node:async_hooks';
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** What is being done, as every line tells that is logged on its way: the id of a request, the name of a run. */
const doing = new AsyncLocalStorage<Readonly<Record<string, string>>>();

/** Does the work with these fields in every line that it logs, besides those of what it is part of. */
export function loggedAs<T>(fields: Readonly<Record<string, string>>, work: () => T): T {
  return doing.run({ ...doing.getStore(), ...fields }, work);
}

const secretNames = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'apiKey',
  'x-api-key',
  'x-goog-api-key',
];
/** At the top, and down to three levels below it: pino knows no deeper wildcard. */
const secretPaths = ['', '*.', '*.*.', '*.*.*.'].flatMap((above) =>
  secretNames.map((name) => (name.includes('-') ? `${above.slice(0, -1)}["${name}"]` : `${above}${name}`)),
);

/** Of a link or an address, what only its holder may know: `token=…`, and a password before the host. */
function withoutSecrets(text: string): string {
  return text
    .replace(/([?&#](?:token|key|password|access_token)=)[^&#\s"']+/gi, '$1[hidden]')
    .replace(/(\/signin#)[^\s"']+/g, '$1[hidden]')
    .replace(/(\w:\/\/[^\s:@/]+:)[^\s@/]+(?=@)/g, '$1[hidden]')
    .replace(/\bgalley_[\w-]{20,}/g, 'galley_[hidden]')
    .replace(/\b(Bearer )[\w.-]+/gi, '$1[hidden]');
}

/** What a developer needs of an error. The driver's own carry the whole topology along, which no JSON can hold. */
function shownError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  return {
    ...{ type: name, message, stack },
    ...('code' in error && { code: error.code }),
    ...('details' in error && { details: error.details }),
    ...(cause !== undefined && depth < maxCauses && { cause: shownError(cause, depth + 1) }),
  };
}

const maxCauses = 5;

/**
 * The server's log: JSON lines on stderr, so that stdout stays a program's output, or in a file. `level` as pino
 * names them. Secrets are hidden, by their names and by their looks. Throws what the file system throws.
 */
export function createLog(level: string, file?: string): Log {
  return createLogTo(pino.destination({ dest: file ?? 2, sync: true, mkdir: true }), level);
}

/** The same, told line by line to whoever writes them. */
export function createLogTo(destination: { write(line: string): void }, level: string): Log {
  return pino(
    {
      level,
      base: null,
      mixin: () => ({ ...doing.getStore() }),
      serializers: { err: (error: unknown) => shownError(error) },
      redact: { paths: secretPaths, censor: '[hidden]' },
    },
    { write: (line: string) => destination.write(withoutSecrets(line)) },
  );
}
