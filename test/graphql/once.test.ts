import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Request } from '../../schema/request.ts';
import { errors } from '../../server/errors.ts';
import { once } from '../../server/graphql/once.ts';
import { openTestApp } from '../support/app.ts';

const { database } = (await openTestApp()).engine;
const asked = () => ({ account: new ObjectId(), key: 'monday', operation: 'startRun', input: { site: 1 } });
const refusal = () => errors.nothingToDo({ site: 'Coffee' });
/** As if whoever carries it out had been silent for too long. */
const timeIsOver = (account: ObjectId) =>
  database.of(Request).updateOne({ account }, { $set: { busyUntil: new Date(0) } });

describe('a request with a key', () => {
  it('is carried out once: the same again gets the first answer', async () => {
    const request = asked();
    expect(await once(database, request, async () => ({ by: 'first' }))).toEqual({ by: 'first' });
    expect(await once(database, request, async () => ({ by: 'second' }))).toEqual({ by: 'first' });
  });

  it('is refused as being in progress while it is carried out', async () => {
    const request = asked();
    const answer = await once(database, request, async () => {
      const again = once(database, request, async () => ({ by: 'second' }));
      await expect(again).rejects.toMatchObject({ code: 'REQUEST_IN_PROGRESS', retryable: true });
      return { by: 'first' };
    });
    expect(answer).toEqual({ by: 'first' });
  });

  it('is forgotten after a refusal, and keeps its id after anything else', async () => {
    const request = asked();
    const ids: ObjectId[] = [];
    const failing = (error: Error) => async (id: ObjectId) => {
      ids.push(id);
      throw error;
    };
    await expect(once(database, request, failing(refusal()))).rejects.toMatchObject({
      code: 'NOTHING_TO_DO',
    });
    await expect(once(database, request, failing(new TypeError('cut off')))).rejects.toThrow('cut off');
    await once(database, request, async (id) => ({ by: ids.push(id) }));
    const [refused, cutOff, answered] = ids;
    expect(refused).not.toEqual(cutOff);
    expect(answered).toEqual(cutOff);
  });

  it('keeps the answer of whoever overtook one that is refused late', async () => {
    const request = asked();
    const late = once(database, request, async () => {
      await timeIsOver(request.account);
      await once(database, request, async () => ({ by: 'second' }));
      throw refusal();
    });
    await expect(late).rejects.toMatchObject({ code: 'NOTHING_TO_DO' });
    expect(await once(database, request, async () => ({ by: 'third' }))).toEqual({ by: 'second' });
  });

  it('is left to whoever overtook one that is refused while the other is at it', async () => {
    const request = asked();
    const [begun, late] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = once(database, request, async () => {
      await timeIsOver(request.account);
      begun.resolve();
      await late.promise;
      throw refusal();
    });
    await begun.promise;
    const second = await once(database, request, async () => {
      late.resolve();
      await expect(first).rejects.toMatchObject({ code: 'NOTHING_TO_DO' });
      return { by: 'second' };
    });
    expect(second).toEqual({ by: 'second' });
    expect(await once(database, request, async () => ({ by: 'third' }))).toEqual({ by: 'second' });
  });
});
