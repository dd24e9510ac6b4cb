import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { AiCall } from '../../schema/ai-call.ts';
import { BatchJournal } from '../../server/ai/journal.ts';
import { testDatabase } from '../support/db.ts';

const { db } = testDatabase();

describe('who gave an answer', () => {
  const [account, site, run] = [new ObjectId(), new ObjectId(), new ObjectId()];
  const scope = { account, site, run, stage: 'write', batchKey: 'key', attempt: 1 };
  const open = () => new BatchJournal(db.collection<AiCall>('ai_calls'), scope);
  const giver = { promptVersion: '3', provider: 'openai', model: 'large' };
  const call = { purpose: 'outline', index: 0, inputHash: 'hash', reply: {} };

  it('is known as soon as it is accepted, and still when another start of the batch goes by it', async () => {
    const first = open();
    await first.accept({ ...call, ...giver });
    expect(first.madeWith('outline', 0)).toEqual(giver);
    await first.flush();
    const next = open();
    await next.accepted('outline', 0, 'hash');
    expect(next.madeWith('outline', 0)).toEqual(giver);
  });

  it('is told for no answer that was not asked for', () => {
    expect(() => open().madeWith('outline', 1)).toThrow('nothing was asked for outline 1');
  });
});
