/** How a command that fails tells why: in a sentence, with what mends it, and an exit code. */
import { GalleyError } from '../errors.ts';
import { commandFor, commandLine } from './invocation.ts';
import { logUnexpected } from './log-file.ts';
import { say } from './print.ts';

export const exitCodes = {
  done: 0,
  /** The run failed, was refused, or is paused for another reason than a signal. */
  failed: 1,
  /** Bad usage or input. */
  usage: 2,
  /** Ended by Ctrl-C or SIGTERM, as a shell has it: 128 + the signal's number. */
  SIGINT: 130,
  SIGTERM: 143,
} as const;

/** Errors that lie in what was typed, in the environment or in the file. */
const usageCodes = new Set([
  'FILE_NOT_FOUND',
  'FILE_EMPTY',
  'FILE_NOT_TEXT',
  'NO_KEYWORD_COLUMN',
  'NO_VALID_KEYWORD',
  'INVALID_CONFIG',
  'ADDRESS_UNUSABLE',
  'INVALID_AMOUNT',
  'UNKNOWN_STAGE',
  'STAGE_NOT_IN_RUN',
  'STAGE_RANGE',
  'SITE_NOT_FOUND',
  'SITE_UNNAMED',
  'RUN_NOT_FOUND',
  'USER_NOT_FOUND',
  'API_KEY_NOT_FOUND',
  'PLUGIN_NOT_LOADED',
  'OUTPUT_NOT_WRITTEN',
]);

/** Says what went wrong and returns the exit code. What nobody foresaw goes whole to the log, never to the person. */
export function reportFailure(error: unknown): number {
  if (error instanceof GalleyError) {
    say(error.message);
    const mend = mendOf(error.code, error.details);
    if (mend !== null) say(mend);
    return usageCodes.has(error.code) ? exitCodes.usage : exitCodes.failed;
  }
  const place = logUnexpected(error);
  const message = error instanceof Error ? error.message : String(error);
  say(`Something unexpected went wrong: ${message.split('\n')[0]}. The details are in ${place}.`);
  return exitCodes.failed;
}

/** What to do about an error, as a line with the command; null where its own sentence says it all. */
export function mendOf(code: string, details: Readonly<Record<string, unknown>>): string | null {
  switch (code) {
    case 'INSUFFICIENT_CREDITS':
      return `Fix it with: ${commandLine(`credits add ${creditsShort(details)}`)}`;
    case 'RUN_ALREADY_ACTIVE':
      return `Continue it with: ${commandFor(String(details.site), 'resume')}`;
    case 'RUN_NOT_FOUND':
      return `List the runs with: ${commandLine('runs')}`;
    case 'ACCOUNT_NOT_FOUND':
    case 'NOTHING_TO_RESUME':
      return `Start a run with: ${commandLine('run FILE')}`;
    case 'API_KEY_NOT_FOUND':
      return `List the keys with: ${commandLine('keys')}`;
    case 'SITE_UNNAMED':
      return 'Add: --site NAME';
    default:
      return null;
  }
}

/** Whole credits that would do. */
function creditsShort({ needed, available }: Readonly<Record<string, unknown>>): number {
  return Math.max(1, Math.ceil((Number(needed) - Number(available)) / 1000));
}
