import { audit } from '../../credits/audit.ts';
import { countOf } from '../../engine/run-log/words.ts';
import { exitCodes } from '../failure.ts';
import { creditsFigure } from '../figures.ts';
import { print, say } from '../print.ts';
import { withApp } from '../with-app.ts';

/** `galley audit`: 1 on any difference between the balances and the ledger's entries. Returns the exit code. */
export async function showAudit(): Promise<number> {
  return withApp(async ({ engine: { database } }) => {
    const { accounts, runs, entries, differences } = await audit(database);
    const extent = `${countOf(accounts, 'account', 'accounts')}, ${countOf(runs, 'run', 'runs')}, ${countOf(entries, 'entry', 'entries')}`;
    if (differences.length === 0) {
      print(`Every balance adds up: ${extent}.`);
      return exitCodes.done;
    }
    for (const { what, stored, rebuilt } of differences) {
      print(`${what}: ${creditsFigure(stored)} stored, ${creditsFigure(rebuilt)} according to the entries`);
    }
    say(`${countOf(differences.length, 'difference', 'differences')} in ${extent}.`);
    return exitCodes.failed;
  });
}
