import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { siteNameOf } from '../../server/cli/site-name.ts';

/** The lines of the blocks of shell of a document. */
function commandsIn(document: string): string[] {
  const blocks = readFileSync(document, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g);
  return [...blocks].flatMap(([, block = '']) => block.trim().split('\n'));
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The list that a command imports or estimates, and its site; null for any other command. */
function listAndSite(line: string): { list: string; site: string } | null {
  const command = line.replace('npm run demo', scripts.demo).replace(/ +#.*/, '');
  const [, list] = /(?:galley(?:\.js)? run|import-keywords\.sh) (\S+\.csv)/.exec(command) ?? [];
  if (list === undefined) return null;
  return { list, site: / --site (\S+)/.exec(command)?.[1] ?? siteNameOf(list) };
}

describe('who types the commands of the README one after the other', () => {
  const lists = commandsIn('README.md').flatMap((line) => listAndSite(line) ?? []);

  it('has a new site for each list: where one has been before, nothing would be left to do', () => {
    const sites = lists.map(({ site }) => site);
    expect(sites).toEqual([...new Set(sites)]);
    expect(sites).toEqual(expect.arrayContaining(['coffee', 'tea', 'takeaways']));
  });

  it('has credits for all: only the demo takes the long list', () => {
    const [demo, ...others] = lists.filter(({ site }) => site !== 'planned');
    expect(demo).toEqual({ list: 'examples/coffee.csv', site: 'coffee' });
    expect(new Set(others.map(({ list }) => list))).toEqual(new Set(['examples/tea.csv']));
  });

  it("finds the example's own command among them", () => {
    const own = commandsIn('examples/stage-key-takeaways/README.md');
    expect(commandsIn('README.md')).toEqual(expect.arrayContaining(own));
  });
});
