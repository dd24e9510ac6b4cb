import { planOf } from '../engine/plan.ts';
import type { Registry } from '../engine/registry.ts';
import { errors } from '../errors.ts';

/** The key of a stage named by its number, from 1, or by its key. Throws UNKNOWN_STAGE. */
export function stageKeyOf({ keys }: Pick<Registry, 'keys'>, name: string): string {
  const key = /^\d+$/.test(name) ? keys[Number(name) - 1] : keys.find((known) => known === name);
  if (key === undefined) throw errors.unknownStage({ stage: name, known: keys });
  return key;
}

/** What `--stages` names, validated before anything is written. Throws UNKNOWN_STAGE, STAGE_RANGE. */
export function chosenStages(
  { registry }: { readonly registry: Registry },
  { stages }: { readonly stages?: { readonly from: string; readonly to: string } },
): { from?: string; to?: string } {
  if (stages === undefined) return {};
  const choice = { from: stageKeyOf(registry, stages.from), to: stageKeyOf(registry, stages.to) };
  planOf(registry, null, choice);
  return choice;
}
