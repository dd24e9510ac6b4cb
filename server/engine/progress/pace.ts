/** How long a stage needs for an item: by the site's own finished runs, else by what is usual. */

import type { StageName } from '../../../schema/activity.ts';
import { type AutomationRun, type RunStage, StageStatus } from '../../../schema/automation-run.ts';
import { median } from '../rates.ts';
import type { Span } from './span.ts';
import { workedMs } from './stage-progress.ts';

/** Time that an item takes one of a stage's parallel batches. */
export type Pace = Span;

/** By stage key; stages that the site has not yet finished are absent. */
export type Paces = ReadonlyMap<string, Pace>;

/** Finished runs that are looked at, the latest: providers and settings change. */
export const sampledRuns = 20;

/** From so many runs on their extremes tell how much a stage varies; before, they are widened. */
const enoughSamples = 3;
const widening = 1.5;

/**
 * Milliseconds a batch, where nothing has been measured and the stage says nothing of it. Local work and the offline
 * provider need a few transactions, or a picture to be painted.
 */
const usualBatchMs = { ai: 60_000, local: 50, gate: 0, offline: 150 } as const;

/** Providers differ by more than that from each other; the plan's own figures for an article are 5 to 15 minutes. */
const usualSpread = 4;

export interface PaceOptions {
  readonly kind: StageName['kind'];
  /** See Stage. */
  readonly usualMs?: number | undefined;
  readonly batchSize: number;
  /** True where the offline provider answers. */
  readonly isOffline: boolean;
}

/** For a stage that the site has not finished yet. */
export function usualPace({ kind, usualMs, batchSize, isOffline }: PaceOptions): Pace {
  const isSample = kind === 'ai' && isOffline;
  const ms = (!isSample && usualMs) || usualBatchMs[isSample ? 'offline' : kind] / batchSize;
  return { ms, lowMs: ms / usualSpread, highMs: ms * usualSpread };
}

/** Medians of these runs, and their extremes. */
export function pacesOf(finished: readonly Pick<AutomationRun, 'stages'>[]): Paces {
  const keys = new Set(finished.flatMap(({ stages }) => Object.keys(stages)));
  const paces = new Map<string, Pace>();
  for (const key of keys) {
    const samples = finished.flatMap(({ stages }) => sampleOf(stages[key]) ?? []);
    const pace = paceFrom(samples);
    if (pace) paces.set(key, pace);
  }
  return paces;
}

function sampleOf(stage: RunStage | undefined): number | undefined {
  if (stage?.status !== StageStatus.Completed || stage.endedAt === null) return undefined;
  const items = stage.processed + stage.failed;
  return items === 0 ? undefined : (workedMs(stage, stage.endedAt) * parallelOf(stage)) / items;
}

function paceFrom(samples: readonly number[]): Pace | undefined {
  // Stages too quick for the clock are zeros, which `median` leaves out.
  const ms = median(samples.map((sample) => Math.max(1, sample)));
  if (ms === undefined) return undefined;
  const wider = samples.length < enoughSamples ? widening : 1;
  return {
    ms,
    lowMs: Math.min(ms, ...samples) / wider,
    highMs: Math.max(ms, ...samples) * wider,
  };
}

/** Batches of the stage that are at work at once. */
export function parallelOf({ settings }: Pick<RunStage, 'settings'>): number {
  return Math.max(1, Number(settings.parallel ?? 1));
}

export function batchSizeOf({ settings }: Pick<RunStage, 'settings'>): number {
  return Math.max(1, Number(settings.batchSize ?? 1));
}
