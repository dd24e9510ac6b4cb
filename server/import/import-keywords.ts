import { MongoBulkWriteError, type ObjectId } from 'mongodb';
import { Keyword } from '../../schema/keyword.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import type { KeywordRow } from './keyword-row.ts';

export interface ImportReport {
  /** Keywords that are new to the site. */
  readonly imported: number;
  /** Keywords that it had already; they stay as they were. */
  readonly known: number;
}

const atOnce = 1_000;
const duplicateKey = 11_000;

/**
 * Adds keywords to a site, each once, however many imports run at the same time. Twice adds nothing. Those that are
 * new bear the mark of their `batch`.
 */
export async function importKeywords(
  database: Database,
  site: Pick<Site, '_id' | 'account'>,
  rows: readonly KeywordRow[],
  batch: ObjectId | null = null,
): Promise<ImportReport> {
  let imported = 0;
  for (let start = 0; start < rows.length; start += atOnce) {
    const fresh = await withoutKnown(database, site, rows.slice(start, start + atOnce));
    imported += await insertNew(database, site, fresh, batch);
  }
  return { imported, known: rows.length - imported };
}

/** How many of the rows an import would add. Reads only. */
export async function newKeywordCount(
  database: Database,
  site: Pick<Site, '_id'>,
  rows: readonly KeywordRow[],
): Promise<number> {
  let count = 0;
  for (let start = 0; start < rows.length; start += atOnce)
    count += (await withoutKnown(database, site, rows.slice(start, start + atOnce))).length;
  return count;
}

/** A look beforehand: an error for each known keyword would make a second import of a long list slow. */
async function withoutKnown(
  database: Database,
  site: Pick<Site, '_id'>,
  rows: readonly KeywordRow[],
): Promise<KeywordRow[]> {
  const asked = rows.map(({ normalised }) => normalised);
  const filter = { site: site._id, normalised: { $in: asked } };
  const found = await database
    .of(Keyword)
    .find(filter, { projection: { normalised: 1 } })
    .toArray();
  const known = new Set(found.map(({ normalised }) => normalised));
  return rows.filter(({ normalised }) => !known.has(normalised));
}

/** How many were inserted: those that another import was faster with are refused by the unique index. */
async function insertNew(
  database: Database,
  site: Pick<Site, '_id' | 'account'>,
  rows: readonly KeywordRow[],
  batch: ObjectId | null,
): Promise<number> {
  if (rows.length === 0) return 0;
  const at = new Date();
  // Both times alike: nobody has touched it yet.
  const made = { site: site._id, account: site.account, import: batch, createdAt: at, updatedAt: at };
  const keywords = rows.map((row) => Object.assign(new Keyword(), row, made));
  try {
    return (await database.of(Keyword).insertMany(keywords, { ordered: false })).insertedCount;
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const faults = [error.writeErrors].flat();
    if (faults.some(({ code }) => code !== duplicateKey)) throw error;
    return error.insertedCount;
  }
}
