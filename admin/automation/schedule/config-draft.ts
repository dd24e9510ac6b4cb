import type { UpdateAutomationConfigInput, UpdateScheduleInput } from '../../data/gql/graphql.ts';
import type { Config } from './use-schedule.ts';

type Settings = Readonly<Record<string, unknown>>;

/** What the form of a site's automation holds. */
export interface ConfigDraft {
  readonly enabled: boolean;
  readonly frequency: Config['schedule']['frequency'];
  readonly weekday: Config['schedule']['weekday'];
  readonly day: number;
  readonly time: string;
  /** Null: the site's own. */
  readonly timeZone: string | null;
  readonly catchUpHours: number | null;
  readonly maxFailedItems: number | null;
  readonly usdPerRun: number | null;
  readonly pausedDays: number | null;
  /** By stage key. */
  readonly stages: Readonly<Record<string, Settings>>;
}

export function draftOf({ schedule, maxFailedItems, usdPerRun, pausedDays, stages }: Config): ConfigDraft {
  const { enabled, frequency, weekday, day, time, timeZone = null, catchUpHours } = schedule;
  return {
    ...{ enabled, frequency, weekday, day, time, timeZone, catchUpHours, pausedDays },
    maxFailedItems: maxFailedItems ?? null,
    usdPerRun: usdPerRun ?? null,
    stages: Object.fromEntries(stages.map(({ stage, settings }) => [stage, settings])),
  };
}

type ScheduleChange = Omit<UpdateScheduleInput, 'siteId'>;
type ConfigChange = Omit<UpdateAutomationConfigInput, 'siteId'>;

/** What of the draft is new, by the two places where it is kept; null where nothing is. */
export function changesOf(
  config: Config,
  draft: ConfigDraft,
): { readonly schedule: ScheduleChange | null; readonly config: ConfigChange | null } {
  const before = draftOf(config);
  const { enabled, frequency, weekday, day, time, timeZone, catchUpHours } = draft;
  const schedule = newIn<ScheduleChange>(before, {
    enabled,
    frequency,
    weekday,
    day,
    time,
    timeZone,
    catchUpHours,
  });
  const { maxFailedItems, usdPerRun, pausedDays } = draft;
  const limits = newIn<ConfigChange>(before, { maxFailedItems, usdPerRun, pausedDays });
  const stages = Object.entries(draft.stages).flatMap(([stage, settings]) => {
    const changed = newIn<Record<string, unknown>>(before.stages[stage] ?? {}, settings);
    return changed ? [{ stage, settings: changed }] : [];
  });
  const whole = { ...limits, ...(stages.length > 0 && { stages }) };
  return { schedule, config: Object.keys(whole).length > 0 ? whole : null };
}

function newIn<T extends object>(before: object, after: T): T | null {
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([name, value]) => old.get(name) !== value);
  return changed.length > 0 ? (Object.fromEntries(changed) as T) : null;
}
