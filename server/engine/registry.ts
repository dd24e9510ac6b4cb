import { errors } from '../errors.ts';
import type { AnyStage } from './stage.ts';

/** The stages of this process, in their one strict order. */
export interface Registry {
  readonly sequence: readonly AnyStage[];
  readonly keys: readonly string[];
  /** Throws UNKNOWN_STAGE. */
  get(key: string): AnyStage;
}

/**
 * Puts the stages in order: those without `after` as they come, each other right behind the one it names (several
 * behind one: as they come). Throws DUPLICATE_STAGE, INVALID_STAGE, UNKNOWN_AFTER or STAGE_CYCLE.
 */
export function createRegistry(stages: readonly AnyStage[]): Registry {
  const byKey = new Map<string, AnyStage>();
  for (const stage of stages) {
    checkStage(stage);
    if (byKey.has(stage.key)) throw errors.duplicateStage({ stage: stage.key });
    byKey.set(stage.key, stage);
  }
  const sequence = inOrder(stages, [...byKey.keys()]);
  const keys = sequence.map((stage) => stage.key);
  return {
    sequence,
    keys,
    get(key) {
      const stage = byKey.get(key);
      if (!stage) throw errors.unknownStage({ stage: key, known: keys });
      return stage;
    },
  };
}

function inOrder(stages: readonly AnyStage[], known: readonly string[]): AnyStage[] {
  for (const { key, after } of stages) {
    if (after !== undefined && !known.includes(after))
      throw errors.unknownAfter({ stage: key, after, known });
  }
  const withFollowers = (stage: AnyStage): AnyStage[] => [
    stage,
    ...stages.filter((other) => other.after === stage.key).flatMap(withFollowers),
  ];
  const sequence = stages.filter((stage) => stage.after === undefined).flatMap(withFollowers);
  const left = stages.filter((stage) => !sequence.includes(stage));
  if (left.length > 0) throw errors.stageCycle({ stages: left.map((stage) => stage.key) });
  return sequence;
}

function checkStage(stage: AnyStage): void {
  const refuse = (reason: string) => {
    throw errors.invalidStage({ stage: String(stage.key), reason });
  };
  if (!/^[a-z0-9][a-z0-9-]*$/.test(stage.key)) {
    refuse('its key must be lower-case letters, digits and hyphens, because it becomes a field name');
  }
  const defaults = stage.settings.safeParse({});
  if (!defaults.success) refuse('its settings must each have a default');
  else if (!(defaults.data.batchSize >= 1 && defaults.data.parallel >= 1)) {
    refuse('its settings must have batchSize and parallel, both at least 1');
  }
}
