import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const folder = new URL('../../dist/admin/', import.meta.url);
const chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().default(false),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
});
const manifest = z
  .record(z.string(), chunk)
  .parse(JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8')));
const entry = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
/** What the entry loads once it is wanted. */
const pages = entry.flatMap((name) => manifest[name]?.dynamicImports ?? []);
/** What a page loads once somebody writes, looks at figures, or changes how runs are made. */
const later = [
  'shell/article/editor/ArticleInput.tsx',
  'dashboard/CreditChart.tsx',
  'automation/schedule/ConfigureDialog.tsx',
];

/** The chunk and all that is loaded with it. */
function withImports(names: readonly string[], seen = new Set<string>()): Set<string> {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    withImports(manifest[name]?.imports ?? [], seen);
  }
  return seen;
}

function kilobytes(names: Iterable<string>): number {
  const files = [...names].map((name) => readFileSync(new URL(manifest[name]?.file ?? '', folder)));
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1_000;
}

describe('the console', () => {
  it('is entered with at most 300 kB', () => {
    expect(entry).toHaveLength(1);
    expect(kilobytes(withImports(entry))).toBeLessThanOrEqual(300);
  });

  it('loads at most 130 kB more for any page', () => {
    const known = withImports(entry);
    const heavy = pages
      .map((name) => [name, kilobytes([...withImports([name])].filter((one) => !known.has(one)))] as const)
      .filter(([, weight]) => weight > 130);
    expect(pages.length).toBeGreaterThan(10);
    expect(heavy).toEqual([]);
  });

  it('asks for few files: one to be entered, and at most 12 more for any page', () => {
    const known = withImports(entry);
    const scattered = pages
      .map((name) => [name, [...withImports([name])].filter((one) => !known.has(one)).length] as const)
      .filter(([, files]) => files > 12);
    expect(known.size).toBe(1);
    expect(scattered).toEqual([]);
  });

  it.each(later)('loads %s only where it is shown', (part) => {
    expect(manifest).toHaveProperty([part]);
    for (const page of [...entry, ...pages]) expect(withImports([page])).not.toContain(part);
  });
});
