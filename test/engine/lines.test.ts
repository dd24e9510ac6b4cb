import { describe, expect, it } from 'vitest';
import { Lines } from '../../server/engine/lines.ts';
import { makeBarrier } from '../support/barrier.ts';

describe('tasks in line', () => {
  it('of one key are done one after the other, in their order, whatever becomes of them', async () => {
    const lines = new Lines();
    const first = makeBarrier();
    const done: number[] = [];
    const tasks = [
      lines.inLine('a', async () => {
        await first.pass();
        done.push(1);
        throw new TypeError('the first failed');
      }),
      lines.inLine('a', async () => done.push(2)),
      lines.inLine('a', async () => done.push(3)),
    ];
    const settled = Promise.allSettled(tasks);
    await first.reached();
    expect(done).toEqual([]);
    first.open();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(done).toEqual([1, 2, 3]);
  });

  it('of other keys do not wait for them, and return what they come to', async () => {
    const lines = new Lines();
    const first = makeBarrier();
    const held = lines.inLine('a', () => first.pass());
    expect(await lines.inLine('b', async () => 'done')).toBe('done');
    first.open();
    await held;
  });
});
