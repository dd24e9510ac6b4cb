import { errors } from '../errors.ts';
import type { AnyStage, StageSettings } from './stage.ts';

/** A stage's settings, completed by its defaults. Throws INVALID_SETTINGS naming each field. */
export function parseSettings(stage: AnyStage, given: Record<string, unknown> = {}): StageSettings {
  const parsed = stage.settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw errors.invalidSettings({ stage: stage.key, problems });
}
