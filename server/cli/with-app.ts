import { Account } from '../../schema/account.ts';
import type { Site } from '../../schema/site.ts';
import { type App, type AppOptions, openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { errors } from '../errors.ts';
import { siteNamed, sitesOf } from '../sites.ts';
import { openLog } from './log-file.ts';
import { say } from './print.ts';

/** The account that the command line works for and that `galley serve` opens. The name is stored, so it stays. */
export const ownAccountName = 'Demo';
/** What it begins with, in whole credits. */
export const openingCredits = 1_500;

/** A person who hears nothing for longer thinks that something hangs. */
const patienceMs = 2_000;

/** Opens the product for one command, and closes it whatever becomes of the command. Returns the exit code. */
export async function withApp(work: (app: App) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  return withAppOf({ config, log: openLog(config.LOG_LEVEL, config.DATA_DIR) }, work);
}

/** As `withApp`, with another log. */
export async function withAppOf(
  options: Omit<AppOptions, 'say'>,
  work: (app: App) => Promise<number>,
): Promise<number> {
  const patience = setTimeout(() => say('Waiting for the database.'), patienceMs);
  const app = await openApp({ ...options, say }).finally(() => clearTimeout(patience));
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The sites that a command is about: the one named, else all of the account. Throws SITE_NOT_FOUND. */
export async function sitesMeant(database: Database, name: string | undefined): Promise<Site[]> {
  const account = await database.of(Account).findOne({ name: ownAccountName });
  if (name === undefined) return account ? sitesOf(database, account._id) : [];
  if (!account) throw errors.siteNotFound({ site: name });
  return [await siteNamed(database, account._id, name)];
}

/** The site that a command is about. Throws SITE_UNNAMED where there are several and none is named, SITE_NOT_FOUND. */
export async function siteMeant(database: Database, name: string | undefined): Promise<Site> {
  const [site, ...others] = await sitesMeant(database, name);
  if (!site) throw errors.siteNotFound({ site: null });
  if (others.length > 0) throw errors.siteUnnamed({ sites: [site, ...others].map((one) => one.name) });
  return site;
}
