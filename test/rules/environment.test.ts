import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { configVariables, readConfig } from '../../server/config.ts';
import { textOf } from './sources.ts';

const example = textOf('.env.example');

describe('The environment variables', () => {
  it('stand in .env.example, all of them and no others', () => {
    const named = example.split('\n').flatMap((line) => /^#?\s?([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(named).toEqual(configVariables);
  });

  it('have their defaults in .env.example', () => {
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
  });

  it('stand in the table of the README, with the same defaults', () => {
    const rows = [...textOf('README.md').matchAll(/^\| `([A-Z_]+)` \| (\S+) \|/gm)];
    expect(rows.map(([, name]) => name)).toEqual(configVariables);
    const given = rows.flatMap(([, name, value]) =>
      value?.startsWith('`') ? [[name, value.slice(1, -1)]] : [],
    );
    expect(readConfig(Object.fromEntries(given))).toEqual(readConfig({}));
  });
});
