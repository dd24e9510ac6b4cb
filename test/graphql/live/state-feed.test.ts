import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { StateFeed } from '../../../server/graphql/live/state-feed.ts';

/** A feed of a number, whose pauses last until they are ended by hand. */
function scene() {
  const pauses: { ms: number; end(): void }[] = [];
  const feed = new StateFeed((ms, signal) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => resolve());
    pauses.push({ ms, end: resolve });
    return promise;
  });
  const world = { value: 0, reads: 0 };
  const set = (value: number) => {
    world.value = value;
    feed.onTopic('number');
  };
  const follow = () =>
    feed.follow({
      key: 'the number',
      topics: ['number'],
      everyMs: 100,
      read: async () => {
        world.reads += 1;
        return { value: world.value };
      },
    });
  return { world, set, follow, pauses };
}

const numberOf = async (next: Promise<IteratorResult<{ value: number }, void>>) => (await next).value?.value;

describe('a state that changes often', () => {
  it('is read and sent once after each pause, however often it has changed, and then as it is last', async () => {
    const { world, set, follow, pauses } = scene();
    const states = follow();
    expect(await numberOf(states.next())).toBe(0);
    const next = states.next();
    await turn();
    for (let value = 1; value <= 1_000; value += 1) set(value);
    await turn();
    expect([world.reads, pauses.map(({ ms }) => ms)]).toEqual([1, [100]]);
    pauses[0]?.end();
    expect(await numberOf(next)).toBe(1_000);
    expect(world.reads).toBe(2);
    await states.return();
  });

  it('that changes while it is read or sent is sent again', async () => {
    const { set, follow, pauses } = scene();
    const states = follow();
    const first = states.next();
    set(1);
    expect(await numberOf(first)).toBeOneOf([0, 1]);
    set(2);
    const next = states.next();
    await turn();
    pauses[0]?.end();
    expect(await numberOf(next)).toBe(2);
    await states.return();
  });

  it('is read once for all who follow it', async () => {
    const { world, set, follow, pauses } = scene();
    const readers = [follow(), follow(), follow()];
    expect(await Promise.all(readers.map((one) => numberOf(one.next())))).toEqual([0, 0, 0]);
    const next = readers.map((one) => numberOf(one.next()));
    await turn();
    set(1);
    for (const { end } of pauses) end();
    expect(await Promise.all(next)).toEqual([1, 1, 1]);
    expect(world.reads).toBe(2);
    for (const one of readers) await one.return();
  });
});

describe('whoever comes back to a state', () => {
  it.each([
    [0, 0, 1],
    [0, 1, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
    [1, 1, 1],
  ])(
    'after %i changes that they saw, %i as they left and %i since is shown it as it is',
    async (...changes) => {
      const [seen, unseen, since] = changes;
      const { world, set, follow, pauses } = scene();
      const change = (times: number) => {
        for (let nth = 0; nth < times; nth += 1) set(world.value + 1);
      };
      const first = follow();
      await first.next();
      const next = first.next();
      await turn();
      if (seen > 0) {
        change(seen);
        pauses[0]?.end();
        await next;
      }
      change(unseen);
      await first.return();
      change(since);
      const again = follow();
      expect(await numberOf(again.next())).toBe(world.value);
      await again.return();
    },
  );
});
