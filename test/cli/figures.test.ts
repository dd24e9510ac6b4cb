import { describe, expect, it } from 'vitest';
import { counterFigure, creditFigure, creditsFigure, figure } from '../../server/cli/figures.ts';

describe('numbers in the terminal', () => {
  it('have their thousands apart, and no more decimals than they need', () => {
    expect([figure(5055), figure(7), figure(0.5)]).toEqual(['5,055', '7', '0.5']);
    expect([creditFigure(49_449_000), creditFigure(500)]).toEqual(['49,449', '0.5']);
    expect([creditsFigure(1_039_200), creditsFigure(1000)]).toEqual(['1,039.2 credits', '1 credit']);
  });

  it.each([
    ['contentCreated', 7, '7 drafts created'],
    ['contentCreated', 1, '1 draft created'],
    ['contentMovedToReview', 7, '7 drafts moved to review'],
    ['totalWords', 5055, '5,055 total words'],
    ['clustersCreated', 1, '1 cluster created'],
  ])('count %s, %i, as %s', (counter, value, text) => {
    expect(counterFigure(counter, value)).toBe(text);
  });
});
