import { ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { Site } from '../../schema/site.ts';
import type { App } from '../app.ts';
import { estimateFor, modelsOf, type RangedEstimate } from '../engine/estimate-range.ts';
import type { ParsedKeywords } from '../import/collect-rows.ts';
import { newKeywordCount } from '../import/import-keywords.ts';
import type { EstimateOptions } from './commands/estimate.ts';
import { estimateDocument, estimateLines, type ShownEstimate } from './estimate-text.ts';
import { exitCodes } from './failure.ts';
import { nothingToDoLines, standstillOf } from './nothing-to-do.ts';
import { print } from './print.ts';
import { siteNameOf } from './site-name.ts';
import { chosenStages } from './stage-choice.ts';
import { openingCredits, ownAccountName, siteMeant, withApp } from './with-app.ts';

/** What `galley run --estimate` tells of a list that it could read, or of what waits on the site. Returns the exit code. */
export async function showEstimate(
  list: (Pick<ParsedKeywords, 'rows'> & { readonly file: string }) | null,
  options: EstimateOptions,
): Promise<number> {
  return withApp(async (app) => {
    const { database, providers } = app.engine;
    const account = await database.of(Account).findOne({ name: ownAccountName });
    const site =
      list === null
        ? await siteMeant(database, options.site)
        : await siteFor(app, account, list.file, options);
    const moreKeywords = list === null ? 0 : await newKeywordCount(database, site, list.rows);
    const { text, image } = modelsOf(await providers.of(site.account));
    const models = { text: options.textModel ?? text, image: options.imageModel ?? image };
    const found = await estimateFor(app.engine, site, chosenStages(app.engine, options), {
      moreKeywords,
      models,
    });
    const available = account ? found.available : Math.round((options.credits ?? openingCredits) * 1000);
    const shown: ShownEstimate = {
      ...found,
      available,
      site: site.name,
      file: list?.file ?? null,
      moreKeywords,
      models,
    };
    const lines = () => (waits(found) ? estimateLines(shown) : nothingLines(app, site, options));
    if (options.json) print(estimateDocument(shown));
    else for (const line of await lines()) print(line);
    return exitCodes.done;
  });
}

/** True where a run would have something to do. */
function waits({ stages }: RangedEstimate): boolean {
  return stages.some(({ kind, items }) => kind !== 'gate' && items.high > 0);
}

async function nothingLines({ engine }: App, site: Site, { stages }: EstimateOptions): Promise<string[]> {
  return [
    ...nothingToDoLines(site, stages === undefined, await standstillOf(engine, site._id)),
    'A run would cost nothing. To see what a list would cost on a new site, name it: --site NAME',
  ];
}

/** The site that the file would be imported into; where there is none yet, one that is nowhere stored. */
async function siteFor(
  { engine: { database } }: App,
  account: Account | null,
  file: string,
  { site, language }: EstimateOptions,
): Promise<Site> {
  const name = site ?? siteNameOf(file);
  const found = account && (await database.of(Site).findOne({ account: account._id, name }));
  const fields = { name, account: account?._id ?? new ObjectId() };
  return found ?? Object.assign(new Site(), language !== undefined && { language }, fields);
}
