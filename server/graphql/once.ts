import { createHash } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import { Request } from '../../schema/request.ts';
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { errors, GalleyError } from '../errors.ts';

/** How long one who carries a request out is waited for; then it counts as cut off, and is carried out anew. */
const busyMs = 60_000;

export interface OnceOptions {
  readonly account: ObjectId;
  /** The caller's idempotency key. */
  readonly key: string;
  readonly operation: string;
  readonly input: unknown;
}

/**
 * Carries a request out once. The same key again gets the first answer. A refusal is no answer: the key may be used
 * again. `work` is told the request's id, which stays the same should it be cut off and carried out anew: what it
 * does must bear that. `find` tells what has come of a request that was cut off, so that its answer need not wait
 * until that is certain. Throws IDEMPOTENCY_KEY_REUSED, REQUEST_IN_PROGRESS.
 */
export async function once<Answer extends Record<string, unknown>>(
  database: Database,
  { account, key, operation, input }: OnceOptions,
  work: (request: ObjectId) => Promise<Answer>,
  find?: (request: ObjectId) => Promise<Answer | null>,
): Promise<Answer> {
  const requests = database.of(Request);
  const inputHash = createHash('sha256')
    .update(JSON.stringify([operation, input]))
    .digest('hex');
  const busyUntil = new Date(Date.now() + busyMs);
  const fresh = Object.assign(new Request(), { account, key, inputHash, busyUntil });
  const known = await requests.insertOne(fresh).then(
    () => null,
    async (error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      const earlier = await requests.findOne({ account, key });
      // Refused, and forgotten, at this very moment.
      if (!earlier) throw errors.requestInProgress({ key });
      return earlier;
    },
  );
  if (known && known.inputHash !== inputHash) throw errors.idempotencyKeyReused({ key });
  if (known?.answer) return known.answer as Answer;
  const { _id } = known ?? fresh;
  if (known) {
    const found = await find?.(_id);
    if (found) return found;
    const isOurs = await requests.findOneAndUpdate(
      { _id, answer: null, busyUntil: { $lt: new Date() } },
      { $set: { busyUntil } },
    );
    if (!isOurs) throw errors.requestInProgress({ key });
  }
  // Whoever was slower than `busyMs` has been overtaken, and leaves the request to the other.
  const ours = { _id, answer: null, busyUntil };
  try {
    const answer = await work(_id);
    await requests.updateOne({ _id }, { $set: { answer } });
    return answer;
  } catch (error) {
    // Only a refusal is sure to have changed nothing: after anything else the request keeps its id.
    if (error instanceof GalleyError) await requests.deleteOne(ours);
    else await requests.updateOne(ours, { $set: { busyUntil: new Date(0) } });
    throw error;
  }
}
