import { basename } from 'node:path';

/** A command that a person can type as it stands: `galley` where that was found, else by way of npx. */
export function commandLine(words: string, { argv, env } = process): string {
  const isFound = basename(argv[1] ?? '') === 'galley' && env.npm_command !== 'exec';
  return `${isFound ? 'galley' : 'npx galley'} ${words}`;
}
