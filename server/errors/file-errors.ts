import { GalleyError } from '../galley-error.ts';
import { closed, quoted } from './wording.ts';

/** What is wrong with a file that is read or written. */
export const fileErrors = {
  outputNotWritten: (d: { folder: string; reason: string }) =>
    new GalleyError(
      'OUTPUT_NOT_WRITTEN',
      `The articles cannot be written to ${d.folder}: ${closed(d.reason)} Choose another folder.`,
      d,
    ),
  /** `reason` is a sentence already: the run's log shows it as it is. */
  logNotWritten: (d: { reason: string }) => new GalleyError('LOG_NOT_WRITTEN', d.reason, d),
  fileNotFound: (d: { file: string; reason: string }) =>
    new GalleyError(
      'FILE_NOT_FOUND',
      `The file ${d.file} cannot be read: ${closed(d.reason)} Check its name.`,
      d,
    ),
  fileEmpty: (d: { file: string }) =>
    new GalleyError(
      'FILE_EMPTY',
      `The file ${d.file} contains no keywords. Use a CSV file with a "keyword" column and one keyword per line.`,
      d,
    ),
  noValidKeyword: (d: { file: string; problems: number }) =>
    new GalleyError(
      'NO_VALID_KEYWORD',
      `The file ${d.file} contains no valid keywords. Fix the ${d.problems === 1 ? 'row' : `${d.problems} rows`} listed above and try again.`,
      d,
    ),
  fileNotText: (d: { file: string; line: number }) =>
    new GalleyError(
      'FILE_NOT_TEXT',
      `${d.file}, line ${d.line}: this is not UTF-8 text. Save the file as "CSV UTF-8" and try again.`,
      d,
    ),
  noKeywordColumn: (d: { file: string; line: number; columns: readonly string[] }) =>
    new GalleyError(
      'NO_KEYWORD_COLUMN',
      `${d.file}, line ${d.line}: there is no "keyword" column. The columns found are ${quoted(d.columns)}. Rename the column that holds the phrases to "keyword".`,
      d,
    ),
};
