import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../server/graphql/limits/measure.ts';

const nothing = { depth: 0, aliases: 0, directives: 0, schemas: 0 };

describe('The measure of a document', () => {
  it.each([
    ['{ a }', { depth: 1 }],
    ['{ a { b { c } } d }', { depth: 3 }],
    ['{ x: a y: b { z: c } }', { depth: 2, aliases: 3 }],
    ['query @q { a @x { b @y @z } }', { depth: 2, directives: 4 }],
    ['{ ...F } fragment F on T { a { b } }', { depth: 2 }],
    // Deeper by the field it is spread in.
    ['{ a { ...F } } fragment F on T { b { c } }', { depth: 3 }],
    // As often as it is spread, and with the directives of the spread.
    ['{ ...F @d ...F a { ...F } } fragment F on T { x: b }', { depth: 2, aliases: 3, directives: 1 }],
    ['{ ... on T { x: a } ... @d { b } }', { depth: 1, aliases: 1, directives: 1 }],
    // Of the largest operation; a fragment that is spread nowhere counts nothing.
    ['query A { a { b } } query B { x: a } fragment F on T { y: a }', { depth: 2, aliases: 1 }],
    [
      '{ __schema { types { fields { name } } } again: __schema { types { name } } }',
      { depth: 1, aliases: 1, schemas: 2 },
    ],
    // Of a circle, which another rule refuses, it is enough to come to an end.
    ['{ ...A } fragment A on T { a ...B } fragment B on T { b { ...A } }', { depth: 1 }],
  ])('%s', (text, measure) => {
    expect(measureOf(parse(text))).toEqual({ ...nothing, ...measure });
  });
});
