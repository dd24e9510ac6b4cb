import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { configVariables, readConfig } from '../../server/config.ts';
import { sourcesIn, textOf } from './sources.ts';

const example = textOf('.env.example');
const rows = [...textOf('README.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)` \| (\S+) \|/gm)];

/** Ours too, but needed by the embedded database alone, before and beside the configuration. */
const ofEmbedded = ['MONGOMS_SYSTEM_BINARY', 'GALLEY_CACHE'];
/** Read by docker-compose.yml alone. */
const ofComposition = ['MONGO_PASSWORD'];
const ours = [...configVariables, ...ofEmbedded, ...ofComposition];

/** Set by the system, the terminal, Node or npm; nobody sets them for Galley's sake. */
const ofOthers = ['HOME', 'NODE_OPTIONS', 'PATH', 'TERM', 'XDG_CACHE_HOME', 'npm_command'];

/** The variables that a source takes from the environment: `env.NAME`, `env['NAME']`, `const { NAME } = process.env`. */
function readIn(text: string): string[] {
  const named = [...text.matchAll(/\benv(?:\.|\[')([A-Za-z_]+)\b/g)].map(([, name = '']) => name);
  const unpacked = [...text.matchAll(/\{([^{}]*)\} = (?:process\.)?env\b/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/(?<![.:]\s*)\b([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name),
  );
  return [...named, ...unpacked];
}

describe('The environment variables', () => {
  it('that the code reads are those of the configuration, of the embedded database or of the system', () => {
    const files = [...sourcesIn('server', 'plugins', 'schema', 'language'), 'bin/galley.js'];
    const read = new Set(files.flatMap((file) => readIn(textOf(file))));
    const strange = [...read].filter((name) => !ours.includes(name) && !ofOthers.includes(name));
    expect(strange).toEqual([]);
    // A variable that nobody reads any more leaves the lists.
    expect([...ofEmbedded, ...ofOthers].filter((name) => !read.has(name))).toEqual([]);
  });

  it('stand in .env.example, all of them and no others', () => {
    const named = example.split('\n').flatMap((line) => /^#?\s?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
    expect(named).toEqual(ours);
  });

  it('have their defaults in .env.example', () => {
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
  });

  it('stand in the table of the README, with the same defaults', () => {
    expect(rows.map(([, name]) => name)).toEqual(ours);
    const given = rows.flatMap(([, name, value]) =>
      value?.startsWith('`') ? [[name, value.slice(1, -1)]] : [],
    );
    expect(readConfig(Object.fromEntries(given))).toEqual(readConfig({}));
  });
});
