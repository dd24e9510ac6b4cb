import { expect, it } from 'vitest';
import { specifyAgreement } from '../engine/histories/agreement.ts';
import { wanted } from '../engine/histories/tally.ts';

/** How often each thing must have happened: once would be luck. */
const atLeast = 5;

const tally = await specifyAgreement([1, 2, 3, 4], 1_000);

it('come, between them, to every outcome of a batch, and carry out every command', () => {
  expect(wanted.filter((what) => tally.of(what) < atLeast)).toEqual([]);
});
