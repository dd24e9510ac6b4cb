import type { ClientSession, ObjectId } from 'mongodb';
import { BulkChange, type LeftOut, type Refusal } from '../../schema/left-out.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { transaction } from '../db/database.ts';
import type { Desk, EditScope } from './desk.ts';
import { notFound, unchanged } from './refusals.ts';

/** Items in one transaction: enough to be quick, few enough to end long before a transaction must. */
const atOnce = 200;
const listedLeftOut = 1_000;

/** Which items are meant. */
export interface Wanted {
  /** The database's filter. */
  readonly filter: object;
  /** Where they were named: those of them that do not exist are told of. */
  readonly ids?: readonly ObjectId[];
}

export interface ManyChange<Item> {
  readonly kind: new () => Item;
  /** What stands in an item's way; looked at in the transaction that changes it. */
  refusal(item: Item, session: ClientSession): Refusal | null | Promise<Refusal | null>;
  /** Changes them; may be called again for the same ones, when their transaction is tried again. */
  apply(items: readonly Item[], session: ClientSession): Promise<void>;
}

/**
 * Changes all that are wanted and can be, and tells which were left out and why. They go by in order of their ids, a
 * few hundred in a transaction: cut off, it has done whole ones, and once more it does the rest.
 */
export async function changeMany<Item extends PipelineItem>(
  { database }: Desk,
  scope: EditScope,
  wanted: Wanted,
  { kind, refusal, apply }: ManyChange<Item>,
): Promise<BulkChange> {
  const collection = database.of<PipelineItem>(kind);
  const result = new BulkChange();
  const missing = new Map(wanted.ids?.map((id) => [id.toHexString(), id]));
  let after: ObjectId | undefined;
  do {
    const { page, left } = await transaction(database.client, async (session) => {
      const filter = { $and: [wanted.filter, scope, ...(after ? [{ _id: { $gt: after } }] : [])] };
      const page = (await collection
        .find(filter, { session, sort: { _id: 1 }, limit: atOnce })
        .toArray()) as Item[];
      const fit: Item[] = [];
      const left: LeftOut[] = [];
      for (const item of page) {
        const refused = await refusal(item, session);
        if (refused) left.push({ id: item._id, ...refused });
        else fit.push(item);
      }
      if (fit.length > 0) await apply(fit, session);
      return { page, left };
    });
    for (const { _id } of page) missing.delete(_id.toHexString());
    tell(result, left);
    result.changed += page.length - left.length;
    after = page.length < atOnce ? undefined : page.at(-1)?._id;
  } while (after);
  tell(
    result,
    [...missing.values()].map((id) => ({ id, ...notFound })),
  );
  return result;
}

/** Gives all that are wanted the same values; those that have them are left out. `refusal` as in `changeMany`. */
export function setMany<Item extends PipelineItem>(
  desk: Desk,
  scope: EditScope,
  wanted: Wanted,
  kind: new () => Item,
  values: Partial<Item>,
  refusal: (item: Item) => Refusal | null = () => null,
): Promise<BulkChange> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const isSo = (item: Item) => entries.every(([field, value]) => Reflect.get(item, field) === value);
  return changeMany(desk, scope, wanted, {
    kind,
    refusal: (item) => (isSo(item) ? unchanged : refusal(item)),
    async apply(items, session) {
      const change = { $set: Object.fromEntries(entries), $currentDate: { updatedAt: true } } as const;
      await desk.database.of<PipelineItem>(kind).updateMany(ofThese(items), change, { session });
    },
  });
}

/** The filter of these items. */
export function ofThese(items: readonly PipelineItem[]): { _id: { $in: ObjectId[] } } {
  return { _id: { $in: items.map(({ _id }) => _id) } };
}

function tell(result: BulkChange, left: readonly LeftOut[]): void {
  result.leftOutCount += left.length;
  result.leftOut.push(...left.slice(0, listedLeftOut - result.leftOut.length));
}
