import { AutomationConfig } from '../../schema/automation-config.ts';
import type { Site } from '../../schema/site.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { errors } from '../errors.ts';
import type { Engine } from './engine.ts';
import { parseSettings, problemsOf } from './settings.ts';
import type { AnyStage } from './stage.ts';

/** A stage's settings as they take effect, and the names of those that were changed. */
export function effectiveSettings(
  stage: AnyStage,
  stored: Readonly<Record<string, unknown>> = {},
): { settings: Record<string, unknown>; changed: string[] } {
  // What was stored before the stage's bounds were narrowed is shown as it is, to be mended.
  const settings = { ...parseSettings(stage), ...stored };
  return { settings, changed: Object.keys(stored) };
}

/** What shall change of how a site's runs are done. What is absent stays. */
export interface SettingsChange {
  /** By stage key; a setting that is null goes back to its default. */
  readonly stages?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly maxFailedItems?: number | null;
  readonly usdPerRun?: number | null;
  readonly pausedDays?: number;
}

/** How the site's runs are done, or the defaults where nobody has said anything yet. */
export async function configOf(
  { database }: Pick<Engine, 'database'>,
  site: Pick<Site, '_id' | 'account'>,
): Promise<AutomationConfig> {
  return (await database.of(AutomationConfig).findOne({ site: site._id })) ?? freshConfig(site);
}

/**
 * Changes settings one by one, so that two people who change different ones do not undo each other. Runs that have
 * started keep theirs. Throws UNKNOWN_STAGE, INVALID_SETTINGS; then nothing has changed.
 */
export async function changeSettings(
  engine: Pick<Engine, 'database' | 'registry'>,
  site: Pick<Site, '_id' | 'account'>,
  { stages = {}, ...fields }: SettingsChange,
): Promise<AutomationConfig> {
  const config = await configOf(engine, site);
  const problems = Object.entries(stages).flatMap(([key, change]) =>
    problemsOf(engine.registry.get(key), changed(config.stages[key], change)),
  );
  if (problems.length > 0) throw errors.invalidSettings({ problems });
  const paths = Object.entries(stages).flatMap(([key, change]) =>
    Object.entries(change).map(([name, value]) => [`stages.${key}.${name}`, value] as const),
  );
  const all = [...Object.entries(fields), ...paths].filter(([, value]) => value !== undefined);
  return write(engine, config, {
    set: Object.fromEntries(all.filter(([path, value]) => value !== null || path in fields)),
    unset: Object.fromEntries(paths.filter(([, value]) => value === null).map(([path]) => [path, true])),
  });
}

/** The settings as they would be; those put back to their defaults are left out. */
function changed(before: Record<string, unknown> = {}, change: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}

interface Writes {
  readonly set: Readonly<Record<string, unknown>>;
  readonly unset: Readonly<Record<string, true>>;
}

async function write(
  { database }: Pick<Engine, 'database'>,
  config: AutomationConfig,
  { set, unset }: Writes,
): Promise<AutomationConfig> {
  const configs = database.of(AutomationConfig);
  // Where there is none yet, one is made; by several at once, one.
  await configs.insertOne(config).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
  const change = {
    ...(Object.keys(set).length > 0 && { $set: set }),
    ...(Object.keys(unset).length > 0 && { $unset: unset }),
  };
  if (Object.keys(change).length > 0) await configs.updateOne({ site: config.site }, change);
  return configOf({ database }, { _id: config.site, account: config.account });
}

function freshConfig({ _id, account }: Pick<Site, '_id' | 'account'>): AutomationConfig {
  return Object.assign(new AutomationConfig(), { site: _id, account });
}
