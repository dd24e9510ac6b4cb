import type { PipelineItem } from '../../../schema/pipeline-item.ts';
import type { AnyStage, Batch } from '../stage.ts';

/** The line that opens a batch in the log: the stage's own, or `Processing batch 1/3 (20 keywords)`. */
export function openingOf(stage: AnyStage, batch: Batch<PipelineItem>): string {
  const { index, count, items } = batch;
  const noun = items.length === 1 ? stage.nouns.one : stage.nouns.many;
  return stage.opening?.(batch) ?? `Processing batch ${index}/${count} (${items.length} ${noun})`;
}

/** What is at work, named and counted: `Task 24/56 "Coffee Guide"`, or of several `Processing keywords 21–40`. */
export function currentOf(stage: AnyStage, { first, total, items }: Batch<PipelineItem>): string {
  const [item, ...others] = items;
  if (others.length > 0) return `Processing ${stage.nouns.many} ${first}–${first + others.length}`;
  const { one } = stage.nouns;
  const place = `${one.charAt(0).toUpperCase()}${one.slice(1)} ${first}/${total}`;
  const label = item ? stage.label(item) : '';
  return label === '' ? place : `${place} "${label}"`;
}
