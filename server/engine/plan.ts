import type { Document, ObjectId } from 'mongodb';
import type { AutomationConfig } from '../../schema/automation-config.ts';
import { errors } from '../errors.ts';
import type { PlannedStage } from './estimate.ts';
import type { Registry } from './registry.ts';
import { parseSettings } from './settings.ts';
import type { WaitingScope } from './waiting.ts';

/** Which stages a run goes through: all, or `from`…`to` (keys, both included), or one stage over chosen items. */
export type Choice = ChosenStages | OneStage;

/** One stage over chosen items. */
export type OneStage = ChosenItems | ChosenMatching;

interface ChosenStages {
  readonly from?: string;
  readonly to?: string;
  readonly items?: never;
  readonly matching?: never;
}

/** Items are those of one stage, which has to be named: to any other, their ids say nothing. */
interface ChosenItems {
  readonly from: string;
  /** The same stage, if given. */
  readonly to?: string;
  readonly items: readonly ObjectId[];
  readonly matching?: never;
}

/** However many they are: all that wait for the one stage and that the database finds by this filter. */
interface ChosenMatching {
  readonly from: string;
  /** The same stage, if given. */
  readonly to?: string;
  readonly items?: never;
  readonly matching: Document;
}

/** Which of the waiting items are chosen; nothing where all of them are. */
export function chosenOf({ items, matching }: Choice): Pick<WaitingScope, 'items' | 'matching'> {
  return { ...(items && { items }), ...(matching && { matching }) };
}

/** The chosen stages with the site's settings. Throws UNKNOWN_STAGE, STAGE_RANGE, INVALID_SETTINGS. */
export function planOf(
  registry: Registry,
  config: Pick<AutomationConfig, 'stages'> | null,
  { from, to: end, items, matching }: Choice,
): PlannedStage[] {
  // Chosen items are items of one stage.
  const to = (items ?? matching) ? from : end;
  const first = from === undefined ? 0 : registry.sequence.indexOf(registry.get(from));
  const last = to === undefined ? registry.sequence.length - 1 : registry.sequence.indexOf(registry.get(to));
  if (last < first) throw errors.stageRange({ from: from ?? '', to: to ?? '' });
  return registry.sequence
    .slice(first, last + 1)
    .map((stage) => ({ stage, settings: parseSettings(stage, config?.stages[stage.key]) }));
}
