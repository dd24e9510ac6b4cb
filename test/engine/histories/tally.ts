import { RunStatus } from '../../../schema/automation-run.ts';
import type { Command, ItemState, Outcome, StageKey } from './model.ts';

/** What can be seen of a site. */
export interface Seen {
  readonly runs: readonly {
    readonly status: RunStatus;
    readonly left: number;
    readonly used: number;
    readonly needed: number | null;
  }[];
  readonly items: Readonly<Record<StageKey, readonly ItemState[]>>;
}

const outcomes: readonly Outcome[] = [
  'saved',
  'dear',
  'item fails',
  'run fails',
  'abandoned',
  'paused',
  'cancelled',
];

/** What histories must come to, each at least once, for their agreement with the model to say anything. */
export const wanted: readonly string[] = [
  ...outcomes.map((outcome) => `work, ${outcome}`),
  'work, of the second stage',
  'work, the hold grows',
  'work, paused for credits',
  'work, too many items fail',
  ...Object.values(RunStatus).map((status) => `run ${status}`),
  'start',
  'pause',
  'resume of a paused run',
  'resume of a failed run',
  'cancel',
  'retry, started',
  'retry, joined with items',
  'retry, follows',
  'followUp, started',
  'topUp',
  'topUp, resumes',
  ...[
    'RUN_ALREADY_ACTIVE',
    'NOTHING_TO_DO',
    'NOTHING_FAILED',
    'INSUFFICIENT_CREDITS',
    'TRANSITION_REFUSED',
  ].map((code) => `refused, ${code}`),
];

/** Counts what histories have come to: a generator gone blind would agree with any model. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    this.#counts.set(what, this.of(what) + 1);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** Counts what a command that was not refused has done. */
  addEffects(command: Command, before: Seen, after: Seen): void {
    for (const { status } of after.runs) this.add(`run ${status}`);
    const changed = after.runs.flatMap((now, nth) => {
      const was = before.runs[nth];
      return was ? [{ was, now }] : [];
    });
    const turned = (from: RunStatus, to: RunStatus) =>
      changed.some(({ was, now }) => was.status === from && now.status === to);
    const hasNewRun = after.runs.length > before.runs.length;
    switch (command.do) {
      case 'start':
        if (hasNewRun) this.add('start');
        break;
      case 'pause':
        if (turned(RunStatus.Running, RunStatus.Paused)) this.add('pause');
        break;
      case 'resume':
        if (turned(RunStatus.Paused, RunStatus.Running)) this.add('resume of a paused run');
        if (turned(RunStatus.Failed, RunStatus.Running)) this.add('resume of a failed run');
        break;
      case 'cancel':
        if (after.runs.some(({ status }, nth) => status !== before.runs[nth]?.status)) this.add('cancel');
        break;
      case 'work':
        if (changed.some(({ was, now }) => now.left + now.used > was.left + was.used)) {
          this.add('work, the hold grows');
        }
        if (changed.some(({ was, now }) => was.needed === null && now.needed !== null)) {
          this.add('work, paused for credits');
        }
        if (command.outcome === 'item fails' && turned(RunStatus.Running, RunStatus.Failed)) {
          this.add('work, too many items fail');
        }
        break;
      case 'retry':
        if (!hasNewRun && failed(after) < failed(before)) this.add('retry, joined with items');
        break;
      case 'followUp':
        if (hasNewRun) this.add('followUp, started');
        break;
      case 'topUp':
        this.add('topUp');
        if (turned(RunStatus.Paused, RunStatus.Running)) this.add('topUp, resumes');
    }
  }
}

function failed({ items }: Seen): number {
  return [...items.shout, ...items.echo].filter((state) => state === 'failed').length;
}
