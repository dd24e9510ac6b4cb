import { basename } from 'node:path';

/** A command that a person can type as it stands: `galley` where that was found, else by way of npx. */
export function commandLine(words: string, { argv, env } = process): string {
  const isFound = basename(argv[1] ?? '') === 'galley' && env.npm_command !== 'exec';
  return `${isFound ? 'galley' : 'npx galley'} ${words}`;
}

/** One that means this site, however many there are. */
export function commandFor(site: string, words: string): string {
  const isPlain = /^[\p{L}\p{N}_.][\p{L}\p{N}_.-]*$/u.test(site);
  return commandLine(`${words} --site ${isPlain ? site : `'${site.replaceAll("'", "'\\''")}'`}`);
}
