import { describe, expect, it } from 'vitest';
import { type Import, importsOf, sourcesIn } from './sources.ts';

/** Folders of the console that are no pages, and what of the console each may import besides its own. */
const parts: Readonly<Record<string, readonly string[]>> = {
  'admin/data': [],
  'admin/i18n': ['admin/data/resource.ts'],
  'admin/shell': ['admin/data', 'admin/i18n'],
};
/** A page's folder knows the parts, and no other page's. */
const page = ['admin/data', 'admin/shell'];

/** Rules that the console shows beforehand, where the server goes by them: they import nothing. */
const rulesInCommon = ['schema/keyword-columns.ts'];

const isIn = (file: string, place: string) => file === place || file.startsWith(`${place}/`);
const folderOf = (file: string) => /^admin\/[^/]+(?=\/)/.exec(file)?.[0];

function isAllowed({ from, to }: Import): boolean {
  const folder = folderOf(from);
  // What lies in admin/ itself puts all of it together.
  if (folder === undefined) return isIn(to, 'admin');
  return [folder, ...(parts[folder] ?? [...page, ...rulesInCommon])].some((allowed) => isIn(to, allowed));
}

const imports = sourcesIn('admin').flatMap(importsOf);

describe('imports of the console', () => {
  it('lead from its pages down to its parts, and never to another page or out of it, but for rules in common', () => {
    const wrong = imports.filter((one) => !isAllowed(one));
    expect(wrong.map(({ from, line, to }) => `${from}:${line} imports ${to}`)).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
    expect(rulesInCommon.flatMap(importsOf)).toEqual([]);
  });
});
