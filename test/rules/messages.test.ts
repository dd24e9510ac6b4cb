import { describe, expect, it } from 'vitest';
import { textsOf } from './message-keys.ts';
import { closedKeys, openMessages } from './open-messages.ts';
import { sourcesIn } from './sources.ts';

/** By their addresses: what they import has types for a browser, which are others than a test's. */
const at = (file: string) => new URL(`../../admin/i18n/en/${file}`, import.meta.url).href;
const { english }: { english: { galley: object } } = await import(at('index.ts'));
const { pageWords }: { pageWords: object } = await import(at('pages.ts'));

/** They look like keys: what the browser keeps the chosen site under, and the beginning of longer keys. */
const noKeys = ['galley.site', 'resources.writer/content'];

const files = sourcesIn('admin')
  .filter((file) => !file.startsWith('admin/i18n/'))
  .map((file) => ({ file, ...textsOf(file) }));
const named = files
  .flatMap(({ file, keys }) => [...keys].map((key) => ({ file, key })))
  .filter(({ key }) => !noKeys.includes(key));
const isOpen = (key: string) => key.includes('*');
const strings = new Set(files.flatMap((one) => [...one.strings]));
const messages = new Set(keysIn({ ...english, galley: { ...english.galley, ...pageWords } }));

function keysIn(catalogue: object, before = ''): string[] {
  return Object.entries(catalogue).flatMap(([name, value]) =>
    typeof value === 'string' ? [before + name] : keysIn(value, `${before}${name}.`),
  );
}

/** React-admin's own words; and those that it looks up by itself, of fields where something shows or asks for them. */
function isForReactAdmin(key: string): boolean {
  if (key.startsWith('ra.')) return true;
  const [, field] = /^resources\.[^.]+\.fields\.(\w+)$/.exec(key) ?? [];
  return (
    /^resources\.[^.]+\.(name|notifications\.\w+)$/.test(key) || (field !== undefined && strings.has(field))
  );
}

describe('the English messages', () => {
  it('hold each that the console names', () => {
    const closed = named.filter(({ key }) => !isOpen(key));
    const missing = closed.filter(({ key }) => !messages.has(key));
    expect(missing.map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
    expect(closed.length).toBeGreaterThan(300);
  });

  it('hold each that a name may be completed to, of which it is known what completes it', () => {
    const open = new Set(named.map(({ key }) => key).filter(isOpen));
    expect(Object.keys(openMessages).toSorted()).toEqual([...open].toSorted());
    expect([...open].flatMap(closedKeys).filter((key) => !messages.has(key))).toEqual([]);
  });

  it('hold no other', () => {
    const used = new Set([...named.map(({ key }) => key), ...Object.keys(openMessages).flatMap(closedKeys)]);
    expect([...messages].filter((key) => !used.has(key) && !isForReactAdmin(key))).toEqual([]);
  });
});
