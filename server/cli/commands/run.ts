import { basename, extname } from 'node:path';
import type { Account } from '../../../schema/account.ts';
import { RunTrigger } from '../../../schema/automation-run.ts';
import type { Site } from '../../../schema/site.ts';
import { openAccount } from '../../accounts.ts';
import type { App } from '../../app.ts';
import { planOf } from '../../engine/plan.ts';
import { startRun } from '../../engine/start-run.ts';
import { errors, isError } from '../../errors.ts';
import type { ParsedKeywords } from '../../import/collect-rows.ts';
import { importKeywords } from '../../import/import-keywords.ts';
import { readKeywordFile } from '../../import/read-keyword-file.ts';
import { openSite } from '../../sites.ts';
import { type DriveOptions, driveRun } from '../drive-run.ts';
import { exitCodes } from '../failure.ts';
import { importText, tellProblems } from '../import-text.ts';
import { commandLine } from '../invocation.ts';
import { nothingToDoLines, standstillOf } from '../nothing-to-do.ts';
import { prepareOut } from '../output.ts';
import { print, say } from '../print.ts';
import { nothingToDoDocument } from '../run-document.ts';
import { stageKeyOf } from '../stage-choice.ts';
import { demoAccount, withApp } from '../with-app.ts';

export interface RunOptions extends DriveOptions {
  readonly site?: string;
  readonly language: string;
  /** Of a new account. */
  readonly credits?: number;
  readonly stages?: { readonly from: string; readonly to: string };
}

export const demoCredits = 1_500;

/** `galley run FILE`: imports the keywords and runs the pipeline to its end. Returns the exit code. */
export async function run(file: string, options: RunOptions): Promise<number> {
  const list = await readKeywordFile(file);
  tellProblems(list.problems);
  if (list.rows.length === 0) throw errors.noValidKeyword({ file, problems: list.problems.length });
  await prepareOut(options.out);
  return withApp(async (app) => {
    const choice = chosenStages(app, options);
    const account = await openDemoAccount(app, options.credits);
    const name = options.site ?? basename(file, extname(file));
    const site = await openSite(app.engine.database, account._id, name, { language: options.language });
    return importAndRun(app, { site, file, list, choice, options });
  });
}

async function importAndRun(
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

/** Validated before anything is written. Throws UNKNOWN_STAGE, STAGE_RANGE. */
export function chosenStages(
  { engine }: App,
  { stages }: Pick<RunOptions, 'stages'>,
): { from?: string; to?: string } {
  if (stages === undefined) return {};
  const choice = {
    from: stageKeyOf(engine.registry, stages.from),
    to: stageKeyOf(engine.registry, stages.to),
  };
  planOf(engine.registry, null, choice);
  return choice;
}

async function openDemoAccount({ engine }: App, credits: number | undefined): Promise<Account> {
  const opening = Math.round((credits ?? demoCredits) * 1000);
  const { account, isNew } = await openAccount(engine.database, { name: demoAccount, opening });
  if (!isNew && credits !== undefined) {
    say(
      `--credits is for a new account; this one stays as it is. To add some: ${commandLine('credits add N')}`,
    );
  }
  return account;
}
