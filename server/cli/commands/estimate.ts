import { basename, extname } from 'node:path';
import { ObjectId } from 'mongodb';
import { Account } from '../../../schema/account.ts';
import { Site } from '../../../schema/site.ts';
import type { AskedModels } from '../../ai/foreseen-cost.ts';
import type { App } from '../../app.ts';
import { estimateFor, modelsOf } from '../../engine/estimate-range.ts';
import { newKeywordCount } from '../../import/import-keywords.ts';
import { readKeywordFile } from '../../import/read-keyword-file.ts';
import { estimateDocument, estimateLines, type ShownEstimate } from '../estimate-text.ts';
import { exitCodes } from '../failure.ts';
import { tellProblems } from '../import-text.ts';
import { print } from '../print.ts';
import { demoAccount, siteMeant, withApp } from '../with-app.ts';
import { chosenStages, demoCredits, type RunOptions } from './run.ts';

export interface EstimateOptions extends Omit<RunOptions, 'out'> {
  /** Whose prices count, in place of those of the models that would be asked. */
  readonly textModel?: AskedModels['text'];
  readonly imageModel?: AskedModels['image'];
}

/**
 * `galley run [FILE] --estimate`: what a run would cost over the file's keywords and what waits on the site, or over
 * what waits alone. Nothing is imported, started or spent. Returns the exit code.
 */
export async function estimate(file: string | undefined, options: EstimateOptions): Promise<number> {
  const list = file === undefined ? null : await readKeywordFile(file);
  tellProblems(list?.problems ?? []);
  return withApp(async (app) => {
    const { database, providers } = app.engine;
    const account = await database.of(Account).findOne({ name: demoAccount });
    const site =
      file === undefined
        ? await siteMeant(database, options.site)
        : await siteFor(app, account, file, options);
    const moreKeywords = list === null ? 0 : await newKeywordCount(database, site, list.rows);
    const { text, image } = modelsOf(await providers.of(site.account));
    const models = { text: options.textModel ?? text, image: options.imageModel ?? image };
    const found = await estimateFor(app.engine, site, chosenStages(app, options), { moreKeywords, models });
    const available = account ? found.available : Math.round((options.credits ?? demoCredits) * 1000);
    const shown: ShownEstimate = {
      ...found,
      available,
      site: site.name,
      file: file ?? null,
      moreKeywords,
      models,
    };
    if (options.json) print(estimateDocument(shown));
    else for (const line of estimateLines(shown)) print(line);
    return exitCodes.done;
  });
}

/** The site that the file would be imported into; where there is none yet, one that is nowhere stored. */
async function siteFor(
  { engine: { database } }: App,
  account: Account | null,
  file: string,
  { site, language }: EstimateOptions,
): Promise<Site> {
  const name = site ?? basename(file, extname(file));
  const found = account && (await database.of(Site).findOne({ account: account._id, name }));
  return found ?? Object.assign(new Site(), { name, language, account: account?._id ?? new ObjectId() });
}
