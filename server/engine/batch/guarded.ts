/**
 * The short way to a safe commit, for batches of one item. Instead of reading the item before the save and again
 * after it, the save's own update of the item is made to match only while the item waits as it was read, and what
 * the update returns shows whether it waits no longer.
 */
import type { ClientSession } from 'mongodb';
import type { PipelineItem } from '../../../schema/pipeline-item.ts';
import { writerOf } from '../accessor.ts';
import type { ItemClass, SaveContext, StageSettings, Writer } from '../stage.ts';
import { isSettled, waitingFilter } from '../waiting.ts';
import { saveContext } from './contexts.ts';
import type { StageWork } from './stage-work.ts';

/** Thrown within a transaction that cannot vouch for its item. It rolls back and is done the long way. */
export class Unguarded extends Error {}

/** A save's context that watches the batch's one item. */
export interface GuardedContext {
  readonly context: SaveContext<StageSettings>;
  /** True when the save has updated the item and it waits no longer. */
  hasLeft(): boolean;
}

export function guardedContext(work: StageWork, item: PipelineItem, session: ClientSession): GuardedContext {
  const { leased, stage } = work;
  const { database } = leased.engine;
  const waiting = waitingFilter(stage, { site: leased.run.site });
  // What is looked at to see that it waits no longer.
  const waitedFor = Object.keys(stage.waiting).map((path) => path.split('.')[0]) as (keyof PipelineItem)[];
  let hasLeft = false;
  const plain = saveContext({ ...work, database }, session);
  const watched = (): Writer<PipelineItem> => {
    const writer = writerOf<PipelineItem>(database, stage.item, leased.run, session);
    return {
      ...writer,
      async updateOne(filter, change, fields) {
        if (hasLeft || !item._id.equals(filter._id as never)) return writer.updateOne(filter, change, fields);
        const asRead = { ...filter, ...waiting, updatedAt: item.updatedAt };
        const seen = fields && [...new Set([...fields, ...waitedFor])];
        const after = await writer.updateOne(asRead, change, seen);
        if (!after) throw new Unguarded();
        hasLeft = isSettled(stage, after);
        return after;
      },
    };
  };
  return {
    hasLeft: () => hasLeft,
    context: {
      ...plain,
      in: <Item extends PipelineItem>(kind: ItemClass<Item>) =>
        (kind as unknown) === stage.item ? (watched() as unknown as Writer<Item>) : plain.in(kind),
    },
  };
}
