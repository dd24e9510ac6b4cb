import { BSON, type ObjectId } from 'mongodb';
import { Keyword } from '../../schema/keyword.ts';
import { ImportOutcome, ImportReceipt, type ImportRow, KeywordImport } from '../../schema/keyword-import.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import type { ParsedKeywords } from './collect-rows.ts';
import { importKeywords } from './import-keywords.ts';

export interface ImportList {
  /** Of the import. Once more with the same is the same import. */
  readonly id: ObjectId;
  readonly name: string;
  readonly list: ParsedKeywords;
}

/** Of a receipt's rows: a document may have 16 MB. Of a longer list the counts are whole. */
const keptBytes = 10_000_000;
/** Of a row's place among them. */
const placeBytes = 12;

/** Imports a list and keeps a receipt of it, row by row, by which it can be undone. */
export async function importList(
  database: Database,
  site: Site,
  { id, name, list }: ImportList,
): Promise<KeywordImport> {
  const imports = database.of(KeywordImport);
  const before = await imports.findOne({ _id: id });
  if (before) return before;
  await importKeywords(database, site, list.rows, id);
  const rows = receiptOf(list, await broughtBy(database, id));
  const count = (outcome: ImportOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const owner = { _id: id, account: site.account };
  const receipt = Object.assign(new ImportReceipt(), owner, { rows: kept(rows) });
  await database.of(ImportReceipt).replaceOne({ _id: id }, receipt, { upsert: true });
  const done = Object.assign(new KeywordImport(), owner, {
    site: site._id,
    name,
    imported: count(ImportOutcome.Imported),
    known: count(ImportOutcome.Known),
    duplicate: count(ImportOutcome.Duplicate),
    bad: count(ImportOutcome.Bad),
  });
  await imports.replaceOne({ _id: id }, done, { upsert: true });
  return done;
}

/** In their order; where they are too many, those first that somebody may want to look at. */
function kept(rows: readonly ImportRow[]): ImportRow[] {
  const isWell = ({ outcome }: ImportRow) => outcome === ImportOutcome.Imported;
  let left = keptBytes;
  const fits = (row: ImportRow) => {
    left -= BSON.calculateObjectSize(row) + placeBytes;
    return left >= 0;
  };
  const wanted = [...rows.filter((row) => !isWell(row)), ...rows.filter(isWell)];
  return wanted.filter(fits).sort((a, b) => a.line - b.line);
}

/** What is new by the import, also where it was cut off once and is carried on. */
async function broughtBy(database: Database, id: ObjectId): Promise<ReadonlySet<string>> {
  const brought = database.of(Keyword).find({ import: id }, { projection: { normalised: 1 } });
  return new Set((await brought.toArray()).map(({ normalised }) => normalised));
}

function receiptOf(list: ParsedKeywords, brought: ReadonlySet<string>): ImportRow[] {
  const taken = list.rows.map(({ phrase, normalised }, index) => ({
    line: list.lines[index] ?? 0,
    outcome: brought.has(normalised) ? ImportOutcome.Imported : ImportOutcome.Known,
    phrase,
    problem: null,
  }));
  const repeated = list.repeats.map(({ line, phrase, first }) => ({
    line,
    outcome: ImportOutcome.Duplicate,
    phrase,
    problem: `Line ${first} already has this keyword.`,
  }));
  const bad = list.problems.map(({ line, message }) => ({
    line,
    outcome: ImportOutcome.Bad,
    phrase: null,
    problem: message,
  }));
  return [...taken, ...repeated, ...bad].sort((a, b) => a.line - b.line);
}
