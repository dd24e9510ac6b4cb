import { describe, expect, it } from 'vitest';
import { errors } from '../../server/errors.ts';
import { sampleErrors } from './error-samples.ts';
import { sourcesIn, textOf } from './sources.ts';

const all = sampleErrors(errors);
const documented = rowsOf(textOf('docs/errors.md'));

/** Its words are given. What mends it, the docs say. */
const worded = ['INSUFFICIENT_CREDITS'];

/** Errors that nobody is shown as they are thrown, and why. */
const ownErrors: Readonly<Record<string, string>> = {
  'server/engine/worker.ts': 'the reason of an abort, which ends the wait for a batch and is shown to nobody',
  'server/ai/capped-fetch.ts': 'the end of a stream, becomes the reason in AI_UNAVAILABLE',
  'server/ai/journal.ts':
    'a stage that asks who answered what it has not asked, which people see as UNEXPECTED',
  'server/engine/batch/stage-work.ts': 'a bug if it ever happens, which people see as UNEXPECTED',
  'server/db/embedded/port.ts': 'thrown in a process of its own, becomes the reason in EMBEDDED_FAILED',
};

describe('The catalogue of errors', () => {
  it('has a code of its own for each error', () => {
    const names = Map.groupBy(all, ({ error }) => error.code);
    const shared = [...names].filter(([, list]) => new Set(list.map(({ name }) => name)).size > 1);
    expect(shared.map(([code]) => code)).toEqual([]);
    expect(all.filter(({ error }) => !/^[A-Z]+(_[A-Z]+)*$/.test(error.code))).toEqual([]);
  });

  it('is documented in full, with each sentence as it is', () => {
    const told = all.map(({ error: { code, scope, message } }) => [code, scope, inOneLine(message)]);
    expect(documented.map(({ code, scope, sentence }) => [code, scope, sentence])).toEqual(told);
    expect(documented.filter(({ when, mend }) => when === '' || mend === '')).toEqual([]);
  });

  it.each(all.map(({ error }) => [error.code, error.message]))(
    'speaks in sentences: %s, %s',
    (_, message) => {
      expect(message).toMatch(/^["A-Z]|^-?\d|^\S+\.csv, line \d/);
      expect(message).toMatch(/[^.]\.$/);
      expect(message).not.toMatch(/undefined|\[object|NaN|null|\.\.|\s\.\s/);
    },
  );

  it('says in its sentence what to do wherever something can be done', () => {
    const mends = new Map(documented.map(({ sentence, mend }) => [sentence, mend]));
    const isSilent = (message: string) =>
      !mends.get(inOneLine(message))?.startsWith('Nothing') && !/[.;:] \S/.test(message);
    const silent = all.filter(({ error }) => !worded.includes(error.code) && isSilent(error.message));
    expect(silent.map(({ error }) => error.message)).toEqual([]);
  });
});

describe('Whoever throws', () => {
  it('throws from the catalogue', () => {
    const found = sourcesIn('server', 'plugins').flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((text, index) =>
          /\bnew (Type|Range|Syntax)?Error\(/.test(text) ? [{ file, line: index + 1 }] : [],
        ),
    );
    const strange = found.filter(({ file }) => !(file in ownErrors));
    expect(strange.map(({ file, line }) => `${file}:${line} makes an error of its own`)).toEqual([]);
    // A file that has mended its ways leaves the list.
    expect(Object.keys(ownErrors).filter((file) => !found.some((one) => one.file === file))).toEqual([]);
  });
});

function inOneLine(message: string): string {
  return message.replace(/\s+/g, ' ');
}

/** The rows of the tables `Code | Scope | Sentence | When | What to do`; GraphQL's own codes have another. */
function rowsOf(markdown: string) {
  return markdown.split('\n').flatMap((line) => {
    const [, code = '', scope = '', sentence = '', when = '', mend = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    const isRow = code.startsWith('`') && /^(transient|item|critical)$/.test(scope);
    return isRow ? [{ code: code.replaceAll('`', ''), scope, sentence, when, mend }] : [];
  });
}
