import { randomUUID } from 'node:crypto';
import { Account } from '../../../schema/account.ts';
import { AutomationRun, RunStatus } from '../../../schema/automation-run.ts';
import { accountNamed } from '../../accounts.ts';
import { topUp } from '../../credits/ledger.ts';
import type { Engine } from '../../engine/engine.ts';
import { resumeForCredits } from '../../engine/maintenance.ts';
import { sitesOf } from '../../sites.ts';
import { exitCodes } from '../failure.ts';
import { creditFigure, creditsFigure } from '../figures.ts';
import { commandFor, commandLine } from '../invocation.ts';
import { print, say } from '../print.ts';
import { ownAccountName, withApp } from '../with-app.ts';

/** `galley credits`: what is available and what runs hold. Returns the exit code. */
export async function showCredits(): Promise<number> {
  return withApp(async ({ engine: { database } }) => {
    const account = await database.of(Account).findOne({ name: ownAccountName });
    if (account) print(balanceText(account));
    else say(`There is no account yet. The first run creates it: ${commandLine('run FILE')}`);
    return exitCodes.done;
  });
}

/** `galley credits add N`: once for each key. Returns the exit code. */
export async function addCredits(credits: number, { key }: { key?: string }): Promise<number> {
  return withApp(async ({ engine }) => {
    const { database } = engine;
    const { _id } = await accountNamed(database, ownAccountName);
    const amount = Math.round(credits * 1000);
    const isAdded = await topUp(database, { account: _id, amount, key: key ?? randomUUID() });
    const account = await accountNamed(database, ownAccountName);
    print(
      `${isAdded ? `${creditsFigure(amount)} added.` : 'Already added with this key.'} ${balanceText(account)}`,
    );
    await goOn(engine, account);
    return exitCodes.done;
  });
}

/** `1500 credits available, 120 held by runs.` */
function balanceText({ available, held }: Account): string {
  return `${creditsFigure(available)} available, ${creditFigure(held)} held by runs.`;
}

/** Resumes the runs that waited for credits, as far as these suffice, and says of each how it stands. */
async function goOn(engine: Engine, { _id }: Account): Promise<void> {
  const sites = await sitesOf(engine.database, _id);
  const siteOf = (run: AutomationRun) => sites.find((site) => site._id.equals(run.site))?.name ?? '';
  for (const run of await resumeForCredits(engine, _id)) {
    const command = commandFor(siteOf(run), 'resume');
    say(
      `${run.runId} of the site "${siteOf(run)}" continues: by itself if a worker is running, otherwise with: ${command}`,
    );
  }
  const paused = { account: _id, status: RunStatus.Paused, 'pause.reason': 'credits' };
  const left = engine.database.of(AutomationRun).find(paused, { sort: { 'pause.at': 1 } });
  for await (const run of left) {
    const needed = creditFigure(run.pause?.needed ?? 0);
    say(`${run.runId} of the site "${siteOf(run)}" stays paused: it needs ${needed} available credits.`);
  }
}
