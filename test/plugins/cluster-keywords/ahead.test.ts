import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { keywordsAhead } from '../../../plugins/cluster-keywords/ahead.ts';
import { Keyword, KeywordStatus } from '../../../schema/keyword.ts';
import { pluginScene } from '../plugin-scene.ts';

describe('the keywords that a batch reads ahead', () => {
  const scene = pluginScene();
  const add = (phrase: string, fields: Partial<Keyword> = {}) =>
    scene.add(Keyword, { phrase, normalised: phrase, ...fields });
  const read = (batch: Parameters<typeof keywordsAhead>[0]) =>
    scene.inTransaction((context) => keywordsAhead(batch, { read: context.in }));
  const aheadOf = (...items: Keyword[]) => read({ items });

  it('are the next hundred that wait behind it, without those of no further use', async () => {
    const failure = {
      code: 'AI_UNUSABLE',
      message: 'No.',
      stage: 'cluster-keywords',
      at: new Date(),
      run: new ObjectId(),
    };
    await add('before it');
    const first = await add('first');
    const last = await add('last');
    expect(await aheadOf(first, last)).toEqual([]);
    await add('sorted', { status: KeywordStatus.Mapped });
    await add('switched off', { disabled: true });
    await add('failed', { failure });
    for (let number = 1; number <= 101; number += 1) await add(`next ${number}`);
    const ahead = await aheadOf(first, last);
    expect(ahead).toHaveLength(100);
    expect([ahead[0], ahead.at(-1)]).toEqual(['next 1', 'next 100']);
  });

  it('end with the stage: an import while it is cut off changes nothing of what is asked, or paid for', async () => {
    const last = await add('the last of a batch');
    const { _id: upTo } = await add('the last of the stage');
    await add('imported meanwhile');
    expect(await read({ items: [last], upTo })).toEqual(['the last of the stage']);
  });
});
