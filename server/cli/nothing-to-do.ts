import type { ObjectId } from 'mongodb';
import type { Site } from '../../schema/site.ts';
import type { Engine } from '../engine/engine.ts';
import { countFailed } from '../engine/put-back.ts';
import { countOf } from '../engine/run-log/words.ts';
import { itemsOf, waitingFilter } from '../engine/waiting.ts';
import { commandFor } from './invocation.ts';

/** How a site stands for which a run has nothing to do. */
export interface Standstill {
  /** Drafts that wait at the review gate. */
  readonly readyForReview: number;
  /** Items that failed in some stage and may be tried again, each under its stage's key. */
  readonly failed: Readonly<Record<string, number>>;
}

export async function standstillOf(engine: Engine, site: ObjectId): Promise<Standstill> {
  const { database, registry } = engine;
  let readyForReview = 0;
  for (const stage of registry.sequence) {
    const items = itemsOf(database, stage);
    if (stage.kind === 'gate') readyForReview += await items.countDocuments(waitingFilter(stage, { site }));
  }
  const retries = registry.keys.map((stage) => ({ stage, items: null }));
  const counts = Object.entries(await countFailed(engine, site, retries));
  return { readyForReview, failed: Object.fromEntries(counts.filter(([, count]) => count > 0)) };
}

/** Says that a run of all stages, or of some, would have nothing to do, and what there is for a person to do. */
export function nothingToDoLines(
  { name }: Pick<Site, 'name'>,
  ofAllStages: boolean,
  { readyForReview, failed }: Standstill,
): string[] {
  const review =
    readyForReview === 0
      ? ''
      : `; ${countOf(readyForReview, 'draft is', 'drafts are')} waiting for your review`;
  const standing = ofAllStages
    ? `There is nothing left to do for the site "${name}"`
    : `Nothing on the site "${name}" is waiting for these stages`;
  return [
    `${standing}${review}.`,
    ...Object.entries(failed).map(
      ([stage, count]) =>
        `${countOf(count, 'item', 'items')} failed in the stage "${stage}". Try again with: ${commandFor(name, `retry ${stage}`)}`,
    ),
  ];
}
