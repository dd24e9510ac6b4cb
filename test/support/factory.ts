import { ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { Keyword } from '../../schema/keyword.ts';
import { normalisePhrase } from '../../schema/phrase.ts';
import { Site } from '../../schema/site.ts';
import { topUp } from '../../server/credits/ledger.ts';
import type { Database } from '../../server/db/database.ts';

let made = 0;

/** An account with so many credits (whole ones, not milli-credits). */
export async function makeAccount(database: Database, credits = 1_500): Promise<Account> {
  made += 1;
  const account = Object.assign(new Account(), { name: `Account ${made}` });
  await database.of(Account).insertOne(account);
  const amount = Math.round(credits * 1_000);
  if (amount > 0) await topUp(database, { account: account._id, amount, key: 'first' });
  return account;
}

/** A site, of a new account unless one is given. */
export async function makeSite(
  database: Database,
  {
    account,
    credits,
    ...fields
  }: Partial<Omit<Site, 'account'>> & { account?: ObjectId; credits?: number } = {},
): Promise<Site> {
  made += 1;
  const owner = account ?? (await makeAccount(database, credits))._id;
  const site = Object.assign(new Site(), { name: `Site ${made}` }, fields, { account: owner });
  await database.of(Site).insertOne(site);
  return site;
}

/** Waiting keywords of the site, in this order. */
export async function makeKeywords(
  database: Database,
  site: Site,
  phrases: readonly string[],
  fields: Partial<Keyword> = {},
): Promise<Keyword[]> {
  const keywords = phrases.map((phrase) =>
    Object.assign(
      new Keyword(),
      {
        _id: new ObjectId(),
        account: site.account,
        site: site._id,
        phrase,
        normalised: normalisePhrase(phrase),
      },
      fields,
    ),
  );
  if (keywords.length > 0) await database.of(Keyword).insertMany(keywords);
  return keywords;
}

/** `count` phrases that are unlike each other only by a number. */
export function numbered(count: number, word = 'coffee grinder'): string[] {
  return Array.from({ length: count }, (_, index) => `${word} ${index + 1}`);
}
