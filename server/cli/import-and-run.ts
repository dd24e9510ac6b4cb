import type { Account } from '../../schema/account.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { openAccount } from '../accounts.ts';
import type { App } from '../app.ts';
import { startRun } from '../engine/start-run.ts';
import { isError } from '../errors.ts';
import type { ParsedKeywords } from '../import/collect-rows.ts';
import { importKeywords } from '../import/import-keywords.ts';
import { openSite } from '../sites.ts';
import type { RunOptions } from './commands/run.ts';
import { driveRun } from './drive-run.ts';
import { exitCodes } from './failure.ts';
import { importText } from './import-text.ts';
import { commandLine } from './invocation.ts';
import { nothingToDoLines, standstillOf } from './nothing-to-do.ts';
import { print, say } from './print.ts';
import { nothingToDoDocument } from './run-document.ts';
import { siteNameOf } from './site-name.ts';
import { chosenStages } from './stage-choice.ts';
import { openingCredits, ownAccountName, withApp } from './with-app.ts';

/** What `galley run` does with a list that it could read. Returns the exit code. */
export async function importAndRun(file: string, list: ParsedKeywords, options: RunOptions): Promise<number> {
  return withApp(async (app) => {
    const choice = chosenStages(app.engine, options);
    const account = await openOwnAccount(app, options.credits);
    const name = options.site ?? siteNameOf(file);
    const { language } = options;
    const site = await openSite(
      app.engine.database,
      account._id,
      name,
      language === undefined ? {} : { language },
    );
    if (language !== undefined && language !== site.language)
      say(`--language is only for a new site, and was ignored: ${site.name} is in "${site.language}".`);
    return runOver(app, { site, file, list, choice, options });
  });
}

async function runOver(
  app: App,
  given: {
    site: Site;
    file: string;
    list: ParsedKeywords;
    choice: { from?: string; to?: string };
    options: RunOptions;
  },
): Promise<number> {
  const { site, list, options } = given;
  const report = await importKeywords(app.engine.database, site, list.rows);
  say(importText(given.file, site, list, report));
  const imported = { ...report, duplicates: list.duplicates, problems: list.problems };
  try {
    const started = await startRun(app.engine, {
      site: site._id,
      trigger: RunTrigger.Manual,
      ...given.choice,
    });
    return await driveRun(app, started, site, options, imported);
  } catch (error) {
    if (!isError(error, 'NOTHING_TO_DO')) throw error;
    const standstill = await standstillOf(app.engine, site._id);
    for (const line of nothingToDoLines(site, options.stages === undefined, standstill)) say(line);
    if (options.json) print(nothingToDoDocument(site, imported, standstill));
    return exitCodes.done;
  }
}

async function openOwnAccount({ engine }: App, credits: number | undefined): Promise<Account> {
  const opening = Math.round((credits ?? openingCredits) * 1000);
  const { account, isNew } = await openAccount(engine.database, { name: ownAccountName, opening });
  if (!isNew && credits !== undefined) {
    say(
      `--credits is only for a new account, and was ignored. To add credits: ${commandLine('credits add N')}`,
    );
  }
  return account;
}
