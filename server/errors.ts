type Details = Readonly<Record<string, unknown>>;

export type ErrorScope = 'transient' | 'item' | 'critical';

export class GalleyError extends Error {
  override readonly name = 'GalleyError';
  readonly code: string;
  readonly details: Details;
  readonly scope: ErrorScope;

  constructor(code: string, message: string, details: Details = {}, scope: ErrorScope = 'critical') {
    super(message);
    this.code = code;
    this.details = details;
    this.scope = scope;
  }

  get retryable(): boolean {
    return this.scope === 'transient';
  }
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

export const errors = {
  // Start-up
  embeddedUnavailable: (d: { tried: readonly { where: string; reason: string }[] }) =>
    new GalleyError(
      'EMBEDDED_UNAVAILABLE',
      `No MongoDB server was found, and none could be downloaded. Install MongoDB 6 or newer, so that mongod is on the PATH, or name it in MONGOMS_SYSTEM_BINARY, or give the address of a running replica set in MONGODB_URI. Tried:${d.tried.map(({ where, reason }) => `\n  - ${where}: ${reason}`).join('')}`,
      d,
    ),
  embeddedFailed: (d: { dataDir: string; reason: string }) =>
    new GalleyError(
      'EMBEDDED_FAILED',
      `The embedded MongoDB on ${d.dataDir} cannot be used: ${d.reason}.`,
      d,
    ),

  // Import
  fileNotFound: (d: { file: string; reason: string }) =>
    new GalleyError('FILE_NOT_FOUND', `The file ${d.file} cannot be read: ${d.reason}.`, d),
  fileEmpty: (d: { file: string }) =>
    new GalleyError(
      'FILE_EMPTY',
      `The file ${d.file} holds no keywords. Give a CSV file with a "keyword" column and a keyword on each line.`,
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
      `${d.file}, line ${d.line}: there is no "keyword" column. The columns found are ${quoted(d.columns)}.`,
      d,
    ),
};
