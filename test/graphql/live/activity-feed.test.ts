import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Activity } from '../../../schema/activity.ts';
import { ActivityFeed } from '../../../server/graphql/live/activity-feed.ts';
import { openTestApp } from '../../support/app.ts';

const { database, now } = (await openTestApp()).engine;

/** A run with these rows stored, and one who follows it. */
async function scene(stored: number) {
  const run = new ObjectId();
  const owner = { account: new ObjectId(), site: new ObjectId(), run };
  const rowOf = (seq: number) => {
    const said = { stage: null, message: '', event: { type: 'run.paused', message: '' } };
    return Object.assign(new Activity(), { _id: new ObjectId(), seq, at: now(), ...owner, ...said });
  };
  const feed = new ActivityFeed(database);
  const commit = async (from: number, to: number) => {
    const rows = Array.from({ length: to - from + 1 }, (_, nth) => rowOf(from + nth));
    await database.of(Activity).insertMany(rows);
    return rows;
  };
  await commit(1, stored);
  const reader = feed.follow(run, 0);
  const read = async (count: number) => {
    const seqs: number[] = [];
    while (seqs.length < count) seqs.push((await reader.next()).value?.seq ?? 0);
    return seqs;
  };
  return { feed, commit, read, reader };
}

const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, nth) => first + nth);

describe('whoever follows a run', () => {
  it('gets what is stored, also where it is much, and then what comes', async () => {
    const { feed, commit, read, reader } = await scene(1_100);
    expect(await read(1_100)).toEqual(upTo(1, 1_100));
    for (const row of await commit(1_101, 1_103)) feed.onActivity(row);
    expect(await read(3)).toEqual([1_101, 1_102, 1_103]);
    await reader.return();
  });

  it('misses nothing of more than is kept for one who does not read', async () => {
    const { feed, commit, read, reader } = await scene(1);
    expect(await read(1)).toEqual([1]);
    for (const row of await commit(2, 2_500)) feed.onActivity(row);
    expect(await read(2_499)).toEqual(upTo(2, 2_500));
    await reader.return();
  });

  it('gets each once and in order, though some are told twice and some not at all', async () => {
    const { feed, commit, read, reader } = await scene(3);
    expect(await read(2)).toEqual([1, 2]);
    const [four, five, , seven] = await commit(4, 7);
    for (const row of [four, four, five, seven, seven]) if (row) feed.onActivity(row);
    expect(await read(5)).toEqual([3, 4, 5, 6, 7]);
    const [eight, nine] = await commit(8, 9);
    for (const row of [nine, eight]) if (row) feed.onActivity(row);
    expect(await read(2)).toEqual([8, 9]);
    await reader.return();
  });

  it('reads again what may have been missed while changes were not seen', async () => {
    const { feed, commit, read, reader } = await scene(1);
    expect(await read(1)).toEqual([1]);
    const next = read(2);
    await commit(2, 3);
    feed.onGap();
    expect(await next).toEqual([2, 3]);
    await reader.return();
  });
});
