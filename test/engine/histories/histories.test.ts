import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../../server/credits/audit.ts';
import { openToyApp } from '../../support/toy-app.ts';
import { history, Player } from './player.ts';
import { Tally, wanted } from './tally.ts';

const seeds = [1, 2, 3, 4];
const histories = 1_000;
/** How often each thing must have happened: once would be luck. */
const atLeast = 5;
// What is told here is no matter of log files: there is no such folder.
const apps = await Promise.all(seeds.map(() => openToyApp({ logFolder: '/dev/null/logs' })));
const tally = new Tally();

describe('a thousand random histories of a site', () => {
  it.concurrent.each(seeds)(
    'go as the model says, in every balance and state after every step (seed %i)',
    async (seed) => {
      const app = apps[seed - 1];
      if (!app) throw new TypeError('every seed has an app');
      const player = new Player(app, tally);
      await fc.assert(
        fc.asyncProperty(history, (one) => player.play(one)),
        { seed, numRuns: histories / seeds.length, endOnFailure: true },
      );
      expect((await audit(app.engine.database)).differences).toEqual([]);
    },
    300_000,
  );

  it('come, between them, to every outcome of a batch, and carry out every command', () => {
    expect(wanted.filter((what) => tally.of(what) < atLeast)).toEqual([]);
  });
});
