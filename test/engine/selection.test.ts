import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Selection } from '../../server/engine/selection.ts';

interface Item {
  readonly _id: ObjectId;
  text: string;
}

/** A queue of so many items, how many are asked for each time it is read, and all that it hands out. */
function queueOf(count: number, freshMs: number, meanwhile?: () => unknown) {
  const waiting: Item[] = Array.from({ length: count }, () => ({ _id: new ObjectId(), text: 'as it was' }));
  const limits: number[] = [];
  const selection = new Selection<Item>({
    stage: 'shout',
    freshMs,
    async read(after, limit) {
      limits.push(limit);
      await meanwhile?.();
      const above = waiting.filter(({ _id }) => !after || _id.toHexString() > after.toHexString());
      return copiesOf(above.slice(0, limit));
    },
  });
  const handOut = async (size: number) => {
    const selected = await selection.next(size);
    for (const { _id } of selected.items) waiting.splice(indexOf(waiting, _id), 1);
    selection.ended(selected, true);
    return selected.items;
  };
  const drain = async (size: number) => {
    const all: Item[] = [];
    for (let items = await handOut(size); items.length > 0; items = await handOut(size)) all.push(...items);
    return all;
  };
  return { waiting, limits, selection, handOut, drain };
}

const copiesOf = (items: readonly Item[]) => items.map((item) => ({ ...item }));
const indexOf = (items: readonly Item[], id: ObjectId) => items.findIndex(({ _id }) => _id.equals(id));

const never = Number.POSITIVE_INFINITY;
const atOnce = 0;

describe("a stage's queue", () => {
  it('is read a hundred items at a time while nothing of that is stale', async () => {
    const { limits, drain } = queueOf(250, never);
    expect(await drain(1)).toHaveLength(250);
    // The last finds that nothing is left.
    expect(limits).toEqual([100, 100, 100, 100]);
  });

  it.each([1, 20])('is read again where it is stale, %i items for a batch of as many', async (size) => {
    const { limits, waiting, drain } = queueOf(60, atOnce);
    const ids = waiting.map(({ _id }) => _id);
    expect((await drain(size)).map(({ _id }) => _id)).toEqual(ids);
    expect(limits[0]).toBe(100);
    expect(new Set(limits.slice(1))).toEqual(new Set([size]));
  });

  it('shows what was edited since its page was read, where that is stale', async () => {
    const { waiting, handOut } = queueOf(3, atOnce);
    await handOut(1);
    for (const item of waiting) item.text = 'edited';
    expect(await handOut(1)).toMatchObject([{ text: 'edited' }]);
  });

  it('is as it was read, where that is not', async () => {
    const { waiting, handOut } = queueOf(3, never);
    await handOut(1);
    for (const item of waiting) item.text = 'edited';
    expect(await handOut(1)).toMatchObject([{ text: 'as it was' }]);
  });

  it('hands out the halves of a batch that was halved while the next page was read, and nothing else of it', async () => {
    let halve: (() => void) | undefined;
    const { waiting, selection } = queueOf(100, never, () => halve?.());
    const ids = waiting.map(({ _id }) => _id);
    const batch = await selection.next(100);
    halve = () => {
      halve = undefined;
      selection.halve(batch);
    };
    const halves = [await selection.next(100), await selection.next(100)];
    expect(halves.map(({ items }) => items.map(({ _id }) => _id))).toEqual([ids.slice(0, 50), ids.slice(50)]);
    expect((await selection.next(100)).items).toEqual([]);
  });
});
