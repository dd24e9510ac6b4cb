import type { ClientSession, ObjectId } from 'mongodb';
import type { Refusal } from '../../schema/left-out.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { transaction } from '../db/database.ts';
import { errors } from '../errors.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './name-of.ts';

export interface OneChange<Item> {
  readonly kind: new () => Item;
  readonly id: ObjectId;
  refusal(item: Item): Refusal | null;
  /** Changes it. May be called again, when the transaction is tried again. */
  apply(item: Item, session: ClientSession): Promise<void>;
}

/** Changes one item, as it is now; returns it as it is then. Throws NOT_FOUND, EDIT_REFUSED. */
export async function changeOne<Item extends PipelineItem>(
  { database }: Desk,
  { kind, id, refusal, apply }: OneChange<Item>,
): Promise<Item> {
  const collection = database.of<PipelineItem>(kind);
  const named = { kind: kind.name.toLowerCase(), id: id.toHexString() };
  return transaction(database.client, async (session) => {
    const found = async () => {
      const item = (await collection.findOne({ _id: id }, { session })) as Item | null;
      if (!item) throw errors.notFound(named);
      return item;
    };
    const item = await found();
    const refused = refusal(item);
    if (refused) throw errors.editRefused({ ...named, name: nameOf(item), ...refused });
    await apply(item, session);
    return found();
  });
}

/** Gives one item these values; undefined ones stay as they were. Throws NOT_FOUND, EDIT_REFUSED. */
export function setOne<Item extends PipelineItem>(
  desk: Desk,
  kind: new () => Item,
  id: ObjectId,
  values: Partial<Item>,
  refusal: (item: Item) => Refusal | null,
): Promise<Item> {
  return changeOne(desk, {
    kind,
    id,
    refusal,
    async apply(_, session) {
      const change = { $set: values, $currentDate: { updatedAt: true } } as const;
      await desk.database.of<PipelineItem>(kind).updateOne({ _id: id }, change, { session });
    },
  });
}
