import type { Site } from '../../schema/site.ts';
import { countOf } from '../engine/run-log/words.ts';
import type { ParsedKeywords } from '../import/collect-rows.ts';
import type { ImportReport } from '../import/import-keywords.ts';
import { say } from './print.ts';

/** Lists the rows that were not imported, one line each. */
export function tellProblems(problems: ParsedKeywords['problems']): void {
  for (const { message } of problems) say(message);
}

/** `47 keywords imported from coffee.csv into the site "coffee"; 2 duplicates merged, 1 row not valid.` */
export function importText(
  file: string,
  site: Pick<Site, 'name'>,
  list: Pick<ParsedKeywords, 'duplicates' | 'problems'>,
  { imported, known }: ImportReport,
): string {
  const asides = [
    known > 0 ? `${known} already there` : '',
    list.duplicates > 0 ? `${countOf(list.duplicates, 'duplicate', 'duplicates')} merged` : '',
    list.problems.length > 0 ? `${countOf(list.problems.length, 'row', 'rows')} skipped` : '',
  ].filter((aside) => aside !== '');
  const count = imported === 0 ? 'No new keywords' : countOf(imported, 'keyword', 'keywords');
  const sentence = `${count} imported from ${file} into the site "${site.name}"`;
  return `${[sentence, ...asides].join(', ')}.`;
}
