import { GalleyError } from '../galley-error.ts';
import { closed, counted, credits } from './wording.ts';

/** What ends or holds up a run at work. */
export const stageErrors = {
  stageStalled: (d: { stage: string; items: readonly string[] }) =>
    new GalleyError(
      'STAGE_STALLED',
      `The stage "${d.stage}" left ${counted(d.items.length, 'item')} waiting that it had processed, the first being ${d.items[0] ?? 'unknown'}. This is a bug in the stage's plugin: report it to its author.`,
      d,
    ),
  stageOverstepped: (d: { field: string }) =>
    new GalleyError(
      'STAGE_OVERSTEPPED',
      `A stage tried to store "${d.field}" on a draft in a way that no stage may: only people approve and publish, and HTML is stored as text. This is a bug in the stage's plugin: report it to its author.`,
      d,
    ),
  /** `allowed` null: they failed one after the other, which ends a run however many are allowed. */
  tooManyFailedItems: (d: { stage: string; failed: number; allowed: number | null; last: string }) =>
    new GalleyError(
      'TOO_MANY_FAILED_ITEMS',
      d.allowed === null
        ? `${d.failed} items failed in a row in the stage "${d.stage}". The last one: ${closed(d.last)}`
        : `${d.failed} items failed in the stage "${d.stage}", more than the ${d.allowed} allowed. The last one: ${closed(d.last)}`,
      d,
    ),
  leaseLost: (d: { runId: string }) =>
    new GalleyError('LEASE_LOST', `Another worker has taken over the run ${d.runId}.`, d, 'transient'),
  holdShort: (d: { needed: number; left: number }) =>
    new GalleyError(
      'HOLD_SHORT',
      `The run needs ${credits(d.needed)} credits for its next step but holds ${credits(d.left)}. Add credits, and it can continue.`,
      d,
      'transient',
    ),
  unexpected: (d: { stage: string }) =>
    new GalleyError(
      'UNEXPECTED',
      `Something unexpected went wrong in the stage "${d.stage}". The server's log has the details; resume the run to try again.`,
      d,
    ),
};
