import fc from 'fast-check';
import { expect, it } from 'vitest';
import { audit } from '../../../server/credits/audit.ts';
import { openToyApp } from '../../support/toy-app.ts';
import { history, Player } from './player.ts';
import { Tally } from './tally.ts';

/**
 * Specifies that so many random histories, divided among the seeds, agree with the model; returns what they came to.
 * Call it at the top of the file.
 */
export async function specifyAgreement(seeds: readonly number[], histories: number): Promise<Tally> {
  // What is told here is no matter of log files: there is no such folder.
  const apps = await Promise.all(seeds.map(() => openToyApp({ logFolder: '/dev/null/logs' })));
  const tally = new Tally();
  it.concurrent.each(seeds.map((seed, nth) => ({ seed, nth })))(
    'go as the model says, in every balance and state after every step (seed $seed)',
    async ({ seed, nth }) => {
      const app = apps[nth];
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
  return tally;
}
