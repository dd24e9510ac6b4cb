import { describe, expect, it } from 'vitest';
import { sourcesIn, textOf } from './sources.ts';

/** What reaches documents, whoever they belong to. */
const unscoped =
  /\bdatabase\.(of|db|orm|client)\b|\borm\b|\.em\b|\bgetReference\b|\.aggregate[(<]|\.collection\(|\bMongoClient\b/;

/** The way through, and those that need another, each with its reason. */
const ways: Readonly<Record<string, string>> = {
  'server/graphql/documents.ts': "the one way: its documents are the caller's own",
  'server/graphql/owned-documents.ts':
    'what that way is made of: every filter and new document carries the account',
  'server/graphql/once.ts':
    "finds requests by the account and its key alone, and returns the caller's own answer",
  'server/graphql/live/changes.ts':
    'watches for all accounts at once; whoever subscribes has proven the id before',
};

describe('Tenancy', () => {
  it('lets the API reach documents through those of the caller alone', () => {
    const found = sourcesIn('server/graphql').filter((file) => unscoped.test(textOf(file)));
    expect(found.filter((file) => !(file in ways))).toEqual([]);
    // A file that has mended its ways leaves the list.
    expect(Object.keys(ways).filter((file) => !found.includes(file))).toEqual([]);
  });

  it('has every operation name the right that it needs, but the one by which people sign in', () => {
    const operation = /(.*)\n {2}@(?:Query|Mutation|Subscription)\([\s\S]*?\n {2}(?:async )?(\w+)\(/g;
    const open = sourcesIn('server/graphql').flatMap((file) =>
      [...textOf(file).matchAll(operation)]
        .filter(([, above = '']) => !/^ {2}@Authorized<Right>\('\w+'\)$/.test(above))
        .map(([, , name]) => name),
    );
    expect(open).toEqual(['signIn']);
  });
});
