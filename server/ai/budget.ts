/**
 * What AI calls may cost in US dollars. Before a call, what it is expected to cost is set aside, in one guarded update
 * for all processes; once it is over, that becomes what it did cost. So calls side by side pass no cap together, and
 * of a process that dies the call under way counts, which has most likely been paid for.
 */
import { MongoError } from 'mongodb';
import type { PurposeSpending } from '../../schema/ai-spending.ts';
import { addTo, type Purse, pursesOf, type Spender, takeFrom } from './purses.ts';

/** A call that is under way. */
interface Reservation {
  /** Tells what it has cost, whatever came of it. */
  settle(usd: number): Promise<void>;
}

export interface Budget {
  /**
   * Expects the call to cost what those of its purpose have cost on average, or `foreseenUsd`, what it would by its
   * size, where that is more. Throws RUN_CAP_REACHED or MONTH_CAP_REACHED where the call would take the run or the
   * account past its cap.
   */
  reserve(purpose: string, foreseenUsd?: number): Promise<Reservation>;
}

export function createBudget(spender: Spender): Budget {
  return {
    async reserve(purpose, foreseenUsd = 0) {
      const purses = await pursesOf(spender);
      const name = purpose.replaceAll(/[.$]/g, '_');
      const expected = Math.max(costSoFar(purses, name), foreseenUsd);
      const taken: Purse[] = [];
      for (const purse of purses) {
        if (!(await takeFrom(spender, purse, expected))) {
          await addTo(spender, taken, { usd: -expected });
          throw purse.refusal();
        }
        taken.push(purse);
      }
      return {
        async settle(usd) {
          const counted = usd > 0 && { [`purposes.${name}.calls`]: 1, [`purposes.${name}.usd`]: usd };
          await addTo(spender, purses, { usd: usd - expected, ...counted }).catch(unlessDatabase);
        },
      };
    },
  };
}

/** A paid answer is not given up for a sum that could not be written: what was expected stands for it. */
function unlessDatabase(error: unknown): void {
  if (!(error instanceof MongoError)) throw error;
}

/** What calls of this purpose have cost on average: in this run, else in this month; 0 before the first. */
function costSoFar(purses: readonly Purse[], purpose: string): number {
  const known = purses
    .map(({ purposes }) => purposes[purpose])
    .find((one): one is PurposeSpending => one !== undefined && one.calls > 0);
  return known ? known.usd / known.calls : 0;
}
