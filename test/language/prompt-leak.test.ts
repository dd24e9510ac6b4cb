import { describe, expect, it } from 'vitest';
import { leakFault } from '../../language/prompt-leak.ts';

const system = 'You are a senior writer. Claim nothing that you cannot know: no invented studies, no prices.';

describe('a reply that repeats its system prompt', () => {
  it('is found by eight words in a row, whatever their case, punctuation and mark-up', () => {
    const leaked = '<p>As told: claim nothing <b>that you</b> CANNOT know – no invented studies.</p>';
    expect(leakFault({ html: leaked }, system)).toContain('repeats its instructions');
    expect(leakFault({ ideas: [{ title: 'Fine' }, { title: leaked }] }, system)).toBeDefined();
  });

  it('is told from one that shares a turn of phrase with it', () => {
    const html = '<p>Claim nothing that you cannot prove. You are a senior writer.</p>';
    expect(leakFault({ html, count: 3, none: null }, system)).toBeUndefined();
  });

  it('is not put together from texts that stand apart', () => {
    const words = 'claim nothing that you cannot know no invented'.split(' ');
    expect(leakFault({ keywords: words }, system)).toBeUndefined();
  });
});
