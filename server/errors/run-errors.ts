import { GalleyError } from '../galley-error.ts';
import { clockTime, closed, credits, neededCredits, quoted, quotedFew } from './wording.ts';

/** What is wrong with one setting of a stage, such as `batchSize`. */
export interface SettingProblem {
  readonly stage: string;
  readonly path: string;
  readonly problem: string;
}

/** What is wrong with what somebody asks of a run, a site or an account. */
export const runErrors = {
  runAlreadyActive: (d: {
    id: string;
    runId: string;
    site: string;
    startedAt: Date;
    stage: number;
    timeZone: string;
  }) =>
    new GalleyError(
      'RUN_ALREADY_ACTIVE',
      `Automation already in progress. Started at ${clockTime(d.startedAt, d.timeZone)}, currently on Stage ${d.stage}.`,
      { id: d.id, runId: d.runId, site: d.site, startedAt: d.startedAt, stage: d.stage },
    ),
  insufficientCredits: (d: { estimate: number; needed: number; available: number }) => {
    const whole = Math.ceil(d.estimate / 1000);
    return new GalleyError(
      'INSUFFICIENT_CREDITS',
      `Need ~${credits(whole * 1000)} ${whole === 1 ? 'credit' : 'credits'} (${neededCredits(d.needed, d.available)} with the 20% reserve), you have ${credits(d.available)}.`,
      d,
    );
  },
  nothingToDo: (d: { site: string }) =>
    new GalleyError(
      'NOTHING_TO_DO',
      `Nothing on the site "${d.site}" is waiting for this run's stages. Import keywords or retry failed items, then start again.`,
      d,
    ),
  nothingFailed: (d: { site: string; stage: string }) =>
    new GalleyError(
      'NOTHING_FAILED',
      `Nothing that a run may take up has failed in the stage "${d.stage}" of the site "${d.site}". Enable failed items that are disabled, or start a run for what is waiting.`,
      d,
    ),
  /** `asked` null: they were chosen by a filter. */
  itemsNotWaiting: (d: { stage: string; asked: number | null }) =>
    new GalleyError(
      'ITEMS_NOT_WAITING',
      `${noneOf(d.asked)} waiting for the stage "${d.stage}". Choose items that it has not processed yet.`,
      d,
    ),
  runNotFound: (d: { runId: string }) =>
    new GalleyError('RUN_NOT_FOUND', `There is no run "${d.runId}". Check its name in the list of runs.`, d),
  /** `site` null: there is none at all. */
  siteNotFound: (d: { site: string | null }) =>
    new GalleyError(
      'SITE_NOT_FOUND',
      d.site === null
        ? 'There is no site yet. Import keywords first.'
        : `There is no site "${d.site}". Check its name.`,
      d,
    ),
  siteUnnamed: (d: { sites: readonly string[] }) =>
    new GalleyError(
      'SITE_UNNAMED',
      `Several sites could be meant: ${quotedFew(d.sites)}. Name one of them.`,
      d,
    ),
  nothingToResume: () =>
    new GalleyError(
      'NOTHING_TO_RESUME',
      'There is no run to resume: none is paused or unfinished, and the last one did not fail.',
    ),
  accountNotFound: (d: { account: string }) =>
    new GalleyError('ACCOUNT_NOT_FOUND', `There is no account "${d.account}". Check its name.`, d),
  deletionRefused: (d: { site: string; runId: string; status: string }) =>
    new GalleyError(
      'DELETION_REFUSED',
      `Cannot delete the site "${d.site}": its run ${d.runId} is ${d.status}. Cancel the run first.`,
      d,
    ),
  transitionRefused: (d: { runId: string; action: string; status: string }) =>
    new GalleyError('TRANSITION_REFUSED', `Cannot ${d.action} the run ${d.runId}: it is ${d.status}.`, d),
  unknownStage: (d: { stage: string; known: readonly string[] }) =>
    new GalleyError('UNKNOWN_STAGE', `There is no stage "${d.stage}". The stages are ${quoted(d.known)}.`, d),
  /** `stage` by its number. */
  stageNotInRun: (d: { runId: string; stage: number; numbers: readonly number[] }) =>
    new GalleyError(
      'STAGE_NOT_IN_RUN',
      `Stage ${d.stage} is not part of the run ${d.runId}. Choose one that is: ${d.numbers.join(', ')}.`,
      d,
    ),
  stageRange: (d: { from: string; to: string }) =>
    new GalleyError(
      'STAGE_RANGE',
      `The stage "${d.to}" comes before "${d.from}". Name the earlier stage first.`,
      d,
    ),
  invalidSettings: (d: { problems: readonly SettingProblem[] }) => {
    const stages = [...new Set(d.problems.map(({ stage }) => stage))];
    const told = d.problems.map(({ stage, path, problem }) =>
      stages.length === 1 ? `${path}: ${problem}` : `${stage}.${path}: ${problem}`,
    );
    const whose = stages.length === 1 ? `the stage ${quoted(stages)}` : `the stages ${quoted(stages)}`;
    return new GalleyError(
      'INVALID_SETTINGS',
      `The settings of ${whose} are not valid: ${closed(told.join('; '))} Correct them and try again.`,
      d,
    );
  },
  /** What a process meets that was slower than another: nobody is shown it. */
  occurrenceTaken: (d: { site: string; dueAt: Date }) =>
    new GalleyError(
      'OCCURRENCE_TAKEN',
      `The schedule of the site ${d.site} has moved on from ${d.dueAt.toISOString()}.`,
      d,
      'transient',
    ),
  /** Of a name that a newer process has let in. */
  unknownTimeZone: (d: { zone: string }) =>
    new GalleyError(
      'UNKNOWN_TIME_ZONE',
      `This machine does not know the time zone "${d.zone}". Update Node.js on it, or choose another time zone for the site.`,
      d,
    ),
  invalidAmount: (d: { amount: number }) =>
    new GalleyError(
      'INVALID_AMOUNT',
      `${d.amount} is not an amount of credits. Give a number above 0, with at most three decimals.`,
      d,
    ),
};

function noneOf(asked: number | null): string {
  if (asked === null) return 'Nothing that the filter matches is';
  return asked === 1 ? 'The chosen item is not' : `None of the ${asked} chosen items is`;
}
