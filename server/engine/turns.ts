/** Who has a slot, and who gives one up: accounts have equal shares of a worker's slots, and their runs take turns. */
import { ObjectId } from 'mongodb';

/** A run in a slot, as far as its turn is concerned. */
interface Turn {
  readonly run: { readonly account: ObjectId };
  /** How long it has had the slot, in milliseconds. */
  readonly leasedMs: number;
  /** True once it is about to give the slot up. */
  readonly isLeaving: boolean;
  /** How long ago it was told to, in milliseconds. */
  readonly leavingMs: number;
}

/**
 * The accounts that have their share of so many slots, or more, as it is where one more account has runs: those of
 * another come first. Where no other has any, one account has all slots.
 */
export function whoHasEnough(turns: readonly Pick<Turn, 'run'>[], slots: number): ObjectId[] {
  const held = slotsHeld(turns);
  const share = slots / (held.size + 1);
  return [...held].filter(([, count]) => count >= share).map(([account]) => new ObjectId(account));
}

/**
 * Which runs give up their slots for those that wait: as many as wait, less those that leave already; first of the
 * account that has most, of that the longest at work, and none before it has had its slice. What has not left a slice
 * after it was told to is kept by its batch, and another gives way in its place.
 */
export function whoGivesWay<T extends Turn>(turns: readonly T[], waiting: number, sliceMs: number): T[] {
  const staying = turns.filter(({ isLeaving }) => !isLeaving);
  const leaving = turns.filter(({ isLeaving, leavingMs }) => isLeaving && leavingMs < sliceMs);
  const held = slotsHeld(staying);
  return staying
    .filter(({ leasedMs }) => leasedMs >= sliceMs)
    .sort((a, b) => b.leasedMs - a.leasedMs)
    .map((turn) => {
      const account = turn.run.account.toHexString();
      const left = held.get(account) ?? 0;
      held.set(account, left - 1);
      return { turn, left };
    })
    .sort((a, b) => b.left - a.left)
    .slice(0, Math.max(0, waiting - leaving.length))
    .map(({ turn }) => turn);
}

/** By account. */
function slotsHeld(turns: readonly Pick<Turn, 'run'>[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const { run } of turns) {
    const account = run.account.toHexString();
    held.set(account, (held.get(account) ?? 0) + 1);
  }
  return held;
}
