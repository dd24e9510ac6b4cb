import { z } from 'zod';
import { errors, type SettingProblem } from '../errors.ts';
import type { AnyStage, StageSettings } from './stage.ts';

/** A stage's settings, completed by its defaults. Throws INVALID_SETTINGS naming each field. */
export function parseSettings(stage: AnyStage, given: Record<string, unknown> = {}): StageSettings {
  const parsed = stage.settings.safeParse(given);
  if (parsed.success) return parsed.data;
  throw errors.invalidSettings({ problems: brokenOf(stage, parsed.error) });
}

/**
 * What is wrong with settings that somebody gives, a name that the stage does not know included. What was stored
 * before a stage lost a setting is no reason to refuse a run, so `parseSettings` passes such names over.
 */
export function problemsOf(stage: AnyStage, given: Record<string, unknown>): SettingProblem[] {
  const { error } = stage.settings.safeParse(given);
  const known = Object.keys(parseSettings(stage));
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  return [
    ...(error ? brokenOf(stage, error) : []),
    ...unknown.map((path) => ({ stage: stage.key, path, problem: 'is not a setting of this stage' })),
  ];
}

function brokenOf({ key }: AnyStage, { issues }: z.ZodError): SettingProblem[] {
  return issues.map(({ path, message }) => ({ stage: key, path: path.join('.'), problem: message }));
}

/** The stage's settings as JSON Schema, with defaults and bounds: a form is made from it. */
export function settingsSchema({ settings }: AnyStage): Record<string, unknown> {
  return { ...z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) };
}
