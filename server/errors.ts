/**
 * The catalogue: every error that a person or a program may meet. A sentence says what, which one and what to do;
 * `details` holds what a program needs.
 */
import { GalleyError } from './galley-error.ts';

export { GalleyError, isError } from './galley-error.ts';

/** `866` or `10.5`, with thousands grouped: milli-credits as a person reads them. */
function credits(milliCredits: number): string {
  return (milliCredits / 1000).toLocaleString('en-US', { maximumFractionDigits: 1 });
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

export const errors = {
  // Starting and steering a run
  runAlreadyActive: (d: { runId: string; startedAt: Date; stage: number; timeZone: string }) =>
    new GalleyError(
      'RUN_ALREADY_ACTIVE',
      `Automation already in progress. Started at ${clockTime(d.startedAt, d.timeZone)}, currently on Stage ${d.stage}.`,
      { runId: d.runId, startedAt: d.startedAt, stage: d.stage },
    ),
  insufficientCredits: (d: { estimate: number; needed: number; available: number }) =>
    new GalleyError(
      'INSUFFICIENT_CREDITS',
      `Need ~${credits(Math.ceil(d.estimate / 1000) * 1000)} credits (${credits(Math.floor(d.needed / 1000) * 1000)} with the 20% reserve), you have ${credits(d.available)}.`,
      d,
    ),
  nothingToDo: (d: { site: string }) =>
    new GalleyError(
      'NOTHING_TO_DO',
      `Nothing waits on the site "${d.site}". Import keywords, or retry failed items, and start again.`,
      d,
    ),
  itemsNotWaiting: (d: { stage: string; asked: number }) =>
    new GalleyError(
      'ITEMS_NOT_WAITING',
      `None of the ${d.asked} chosen items waits for the stage "${d.stage}". Choose items that it has not processed yet.`,
      d,
    ),
  runNotFound: (d: { runId: string }) =>
    new GalleyError('RUN_NOT_FOUND', `There is no run "${d.runId}". Check its name in the list of runs.`, d),
  siteNotFound: (d: { site: string }) =>
    new GalleyError('SITE_NOT_FOUND', `There is no site "${d.site}". Check its name.`, d),
  noSite: () => new GalleyError('SITE_NOT_FOUND', 'There is no site yet. Import keywords first.'),
  siteUnnamed: (d: { sites: readonly string[] }) =>
    new GalleyError('SITE_UNNAMED', `Several sites are meant: ${quoted(d.sites)}. Name one of them.`, d),
  nothingToResume: () =>
    new GalleyError(
      'NOTHING_TO_RESUME',
      'No run waits to be resumed: none is paused or unfinished, and the last one has not failed.',
    ),
  accountNotFound: (d: { account: string }) =>
    new GalleyError('ACCOUNT_NOT_FOUND', `There is no account "${d.account}".`, d),
  transitionRefused: (d: { runId: string; action: string; status: string }) =>
    new GalleyError('TRANSITION_REFUSED', `Cannot ${d.action} the run ${d.runId}: it is ${d.status}.`, d),
  unknownStage: (d: { stage: string; known: readonly string[] }) =>
    new GalleyError('UNKNOWN_STAGE', `There is no stage "${d.stage}". The stages are ${quoted(d.known)}.`, d),
  stageRange: (d: { from: string; to: string }) =>
    new GalleyError(
      'STAGE_RANGE',
      `The stage "${d.to}" comes before "${d.from}". Name the earlier stage first.`,
      d,
    ),
  invalidSettings: (d: { stage: string; problems: readonly string[] }) =>
    new GalleyError(
      'INVALID_SETTINGS',
      `The settings of the stage "${d.stage}" are not valid: ${d.problems.join('; ')}.`,
      d,
    ),
  invalidAmount: (d: { amount: number }) =>
    new GalleyError(
      'INVALID_AMOUNT',
      `${d.amount} is not an amount of credits. Give a number above 0, with at most three decimals.`,
      d,
    ),

  // What ends or holds up a run
  stageStalled: (d: { stage: string; items: readonly string[] }) =>
    new GalleyError(
      'STAGE_STALLED',
      `The stage "${d.stage}" left ${d.items.length} item(s) waiting that it had processed, the first being ${d.items[0] ?? 'unknown'}. This is a fault of the stage's plugin.`,
      d,
    ),
  tooManyFailedItems: (d: { stage: string; failed: number; allowed: number; last: string }) =>
    new GalleyError(
      'TOO_MANY_FAILED_ITEMS',
      `${d.failed} items failed in the stage "${d.stage}", more than the ${d.allowed} allowed. The last one: ${d.last}`,
      d,
    ),
  failedInARow: (d: { stage: string; failed: number; last: string }) =>
    new GalleyError(
      'TOO_MANY_FAILED_ITEMS',
      `${d.failed} items failed in a row in the stage "${d.stage}". The last one: ${d.last}`,
      d,
    ),
  leaseLost: (d: { runId: string }) =>
    new GalleyError('LEASE_LOST', `Another worker has taken over the run ${d.runId}.`, d, 'transient'),
  holdShort: (d: { needed: number; left: number }) =>
    new GalleyError(
      'HOLD_SHORT',
      `The run needs ${credits(d.needed)} credits for its next step and holds ${credits(d.left)}.`,
      d,
      'transient',
    ),
  unexpected: (d: { stage: string }) =>
    new GalleyError(
      'UNEXPECTED',
      `Something unexpected went wrong in the stage "${d.stage}". The server's log has the details; resume the run to try again.`,
      d,
    ),

  // AI
  aiUnusable: (d: { purpose: string; fault: string }) =>
    new GalleyError(
      'AI_UNUSABLE',
      `The AI's answer to "${d.purpose}" could not be used, three times over: ${d.fault}`,
      d,
      'item',
    ),
  aiRefused: (d: { purpose: string; reason: string }) =>
    new GalleyError('AI_REFUSED', `The AI refused "${d.purpose}": ${d.reason}`, d, 'item'),
  aiUnavailable: (d: { provider: string; reason: string; retryAfterMs?: number }) =>
    new GalleyError(
      'AI_UNAVAILABLE',
      `The AI provider "${d.provider}" does not answer: ${d.reason}. Resume the run when it is back.`,
      d,
      'transient',
    ),
  aiRejectedKey: (d: { provider: string }) =>
    new GalleyError(
      'AI_REJECTED_KEY',
      `The AI provider "${d.provider}" rejected the API key. Check the key, then resume the run.`,
      d,
    ),
  unknownModel: (d: { model: string }) =>
    new GalleyError('UNKNOWN_MODEL', `No price is set for the model "${d.model}".`, d),
  mediaNotStored: (d: { key: string; reason: string }) =>
    new GalleyError('MEDIA_NOT_STORED', `The picture ${d.key} could not be stored: ${d.reason}.`, d),

  logNotWritten: (d: { reason: string }) => new GalleyError('LOG_NOT_WRITTEN', d.reason, d),

  // Start-up
  duplicateStage: (d: { stage: string }) =>
    new GalleyError(
      'DUPLICATE_STAGE',
      `Two stages have the key "${d.stage}". Rename one of them, or remove it from STAGE_PLUGINS.`,
      d,
    ),
  unknownAfter: (d: { stage: string; after: string; known: readonly string[] }) =>
    new GalleyError(
      'UNKNOWN_AFTER',
      `The stage "${d.stage}" wants to stand after "${d.after}", which does not exist. The stages are ${quoted(d.known)}.`,
      d,
    ),
  stageCycle: (d: { stages: readonly string[] }) =>
    new GalleyError(
      'STAGE_CYCLE',
      `The stages ${quoted(d.stages)} each want to stand after another of them, so none can be first.`,
      d,
    ),
  invalidStage: (d: { stage: string; reason: string }) =>
    new GalleyError('INVALID_STAGE', `The stage "${d.stage}" cannot be used: ${d.reason}.`, d),
  pluginNotLoaded: (d: { plugin: string; reason: string }) =>
    new GalleyError(
      'PLUGIN_NOT_LOADED',
      `The stage plugin "${d.plugin}" named in STAGE_PLUGINS could not be loaded: ${d.reason}.`,
      d,
    ),
  invalidConfig: (d: { variable: string; problem: string }) =>
    new GalleyError(
      'INVALID_CONFIG',
      `The environment variable ${d.variable} is not valid: ${d.problem}.`,
      d,
    ),
  databaseUnreachable: (d: { reason: string }) =>
    new GalleyError(
      'DATABASE_UNREACHABLE',
      `MongoDB does not answer: ${d.reason}. Check MONGODB_URI and that the server runs as a replica set.`,
      d,
      'transient',
    ),
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

  outputNotWritten: (d: { folder: string; reason: string }) =>
    new GalleyError(
      'OUTPUT_NOT_WRITTEN',
      `The articles cannot be written to ${d.folder}: ${d.reason}. Choose another folder.`,
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
  noValidKeyword: (d: { file: string; problems: number }) =>
    new GalleyError(
      'NO_VALID_KEYWORD',
      `The file ${d.file} holds no valid keyword: mend the rows named above (${d.problems}) and try again.`,
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

/** `02:00 AM` in the time zone: the plan's way to tell when a run started. */
function clockTime(at: Date, timeZone: string): string {
  return at.toLocaleTimeString('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hour12: true });
}
