import { expect, it } from 'vitest';
import { counted } from '../../language/counted.ts';

it('counts one in the singular, and all other numbers in the plural', () => {
  const ideas = [0, 1, 2].map((count) => counted(count, 'idea', 'ideas'));
  expect(ideas).toEqual(['0 ideas', '1 idea', '2 ideas']);
});
