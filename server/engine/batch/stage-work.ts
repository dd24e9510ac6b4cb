import type { RunStage } from '../../../schema/automation-run.ts';
import type { Site } from '../../../schema/site.ts';
import type { Providers } from '../../ai/provider.ts';
import type { LeasedRun } from '../leased-run.ts';
import type { AnyStage, Rates, StageSettings } from '../stage.ts';

/** What a batch is expected to cost, in milli-credits. */
export interface Reservation {
  readonly cost: number;
}

/** A stage of a run while it is worked on. */
export interface StageWork {
  readonly leased: LeasedRun;
  readonly stage: AnyStage;
  readonly site: Site;
  readonly settings: StageSettings;
  readonly providers: Providers;
  readonly rates: Rates;
  /** What the batches in flight may cost, in the order in which they began: the hold must cover all of it. */
  readonly reserved: Set<Reservation>;
  /** The last number given to a batch. */
  index: number;
  /** Items given to batches so far. */
  begun: number;
  /** False once a save has not shown what became of its item: see guarded.ts. */
  isGuardable: boolean;
}

/** The stage's part of the run document, as it was at the last commit. */
export function stateOf({ leased, stage }: Pick<StageWork, 'leased' | 'stage'>): RunStage {
  const state = leased.run.stages[stage.key];
  if (!state) throw new TypeError(`run ${leased.run.runId} has no stage ${stage.key}`);
  return state;
}

/** A path below the stage's part of the run document. */
export function statePath(stage: AnyStage, field: string): string {
  return `stages.${stage.key}.${field}`;
}
