import { describe, expect, it } from 'vitest';
import { importsOf, sourcesIn, textOf } from './sources.ts';

const files = sourcesIn('server', 'plugins');
const containing = (text: RegExp) => files.filter((file) => text.test(textOf(file)));

describe('Publishing and approving', () => {
  it('are written by the review alone: no stage, no schedule and nothing of the engine can', () => {
    // As a value to be stored; looking for it is everybody's.
    expect(containing(/^\s*status: ContentStatus\.Published,$/m)).toEqual(['server/review/publish.ts']);
    expect(containing(/\bapproved: (?!null)/).filter((file) => !file.startsWith('server/review/'))).toEqual(
      [],
    );
    expect(containing(/\.publish\(/)).toEqual(['server/review/publish.ts']);
  });

  it('are reached through the operations of people alone', () => {
    const users = files.filter(
      (file) =>
        !file.startsWith('server/review/') &&
        importsOf(file).some(({ to }) => to.startsWith('server/review/')),
    );
    expect(users).toEqual([
      'server/graphql/review/review.resolver.ts',
      'server/graphql/review/review.types.ts',
    ]);
  });
});
