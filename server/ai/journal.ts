import { createHash } from 'node:crypto';
import {
  type AnyBulkWriteOperation,
  type ClientSession,
  type Collection,
  type Filter,
  type ObjectId,
} from 'mongodb';
import { AiCall, AiCallStatus, AiFault } from '../../schema/ai-call.ts';
import type { MadeWith } from '../../schema/made-with.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';

/** Which batch, and which try of it, the calls belong to. */
export interface CallScope {
  readonly account: ObjectId;
  readonly site: ObjectId;
  readonly run: ObjectId;
  readonly stage: string;
  readonly batchKey: string;
  readonly attempt: number;
}

/** What a call was and how it went; the scope is the journal's. */
export type CallRecord = Pick<
  AiCall,
  'purpose' | 'index' | 'inputHash' | 'promptVersion' | 'provider' | 'model'
> &
  Partial<AiCall>;

/** SHA-256 (hex) of what an answer depends on. */
export function inputHashOf(promptVersion: string, settings: unknown, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([promptVersion, settings, input]))
    .digest('hex');
}

/** More calls than were ever under way at once when a run was cut off. */
const latest = 1_000;

/** Keys of the batches that a run's latest calls belong to: of those, some may have been cut off. */
export async function latestBatches(calls: Collection<AiCall>, run: ObjectId): Promise<ReadonlySet<string>> {
  const rows = calls.find({ run }, { sort: { _id: -1 }, limit: latest, projection: { batchKey: 1 } });
  return new Set((await rows.toArray()).map((row) => row.batchKey));
}

/**
 * The journal of one batch. Each accepted reply is stored before the next call is made. The last one may wait, to be
 * stored with what was made of it in the batch's own transaction, or alone where that does not come about; one that
 * was paid for is not left to wait.
 */
export class BatchJournal {
  readonly #calls: Collection<AiCall>;
  readonly #scope: CallScope;
  #stored: Promise<AiCall[]> | undefined;
  #pending: AiCall | undefined;
  /** Who gave each answer of this start, by purpose and index. */
  readonly #givenBy = new Map<string, MadeWith>();

  /** `isNew`: no start of this batch has been cut off before, so there is nothing to look for. */
  constructor(calls: Collection<AiCall>, scope: CallScope, { isNew = false } = {}) {
    this.#calls = calls;
    this.#scope = scope;
    if (isNew) this.#stored = Promise.resolve([]);
  }

  /** The accepted reply to this very question, from an earlier start of the batch. */
  async accepted(purpose: string, index: number, inputHash: string): Promise<AiCall | undefined> {
    const { run, stage, batchKey, attempt } = this.#scope;
    this.#stored ??= this.#calls
      .find({ run, stage, batchKey, attempt, status: AiCallStatus.Accepted })
      .toArray();
    const rows = await this.#stored;
    const known = rows.find(
      (row) => row.purpose === purpose && row.index === index && row.inputHash === inputHash,
    );
    if (known) this.#noteGiver(known);
    return known;
  }

  /** Who gave the accepted answer that this start of the batch goes by; a reused one keeps its own. */
  madeWith(purpose: string, index: number): MadeWith {
    const giver = this.#givenBy.get(`${purpose} ${index}`);
    if (!giver) throw new TypeError(`nothing was asked for ${purpose} ${index}`);
    return giver;
  }

  /** A name (32 hex digits) for what a call brings forth: the same call, the same name, in every start of the batch. */
  nameOf(purpose: string, index: number, inputHash: string): string {
    const { batchKey, attempt } = this.#scope;
    const parts = JSON.stringify([batchKey, attempt, purpose, index, inputHash]);
    return createHash('sha256').update(parts).digest('hex').slice(0, 32);
  }

  async accept(record: CallRecord): Promise<void> {
    await this.flush();
    this.#noteGiver(record);
    this.#pending = this.#row(AiCallStatus.Accepted, record);
  }

  /** Stores a call that brought nothing usable: it cost money all the same. */
  async reject(status: AiCallStatus.Rejected | AiCallStatus.Failed, record: CallRecord): Promise<void> {
    await this.#calls.insertOne(this.#row(status, record));
  }

  /**
   * Stores what is pending in the batch's transaction, which may run again; what is committed replaces what another
   * start of the batch has stored. `committed` tells that it did commit.
   */
  async storePending(session: ClientSession): Promise<void> {
    const row = this.#pending;
    if (row) await this.#calls.bulkWrite([put(row, keyOf(row))], { session });
  }

  committed(): void {
    this.#pending = undefined;
  }

  /**
   * Stores what is pending on its own. An answer to an older question (its input has changed since) is set aside; an
   * answer to the same one stands: another worker, to whom the run has passed meanwhile, goes by it.
   */
  async flush(): Promise<void> {
    const row = this.#pending;
    if (row === undefined) return;
    const isOnly = await stored(this.#calls.insertOne(row));
    if (!isOnly) {
      const older = { ...keyOf(row), inputHash: { $ne: row.inputHash } };
      await stored(
        this.#calls.bulkWrite([
          { updateOne: { filter: older, update: { $set: outdated } } },
          put(row, older),
        ]),
      );
    }
    if (this.#pending === row) this.#pending = undefined;
  }

  #noteGiver({ purpose, index, promptVersion, provider, model }: CallRecord): void {
    this.#givenBy.set(`${purpose} ${index}`, { promptVersion, provider, model });
  }

  #row(status: AiCallStatus, record: CallRecord): AiCall {
    return Object.assign(new AiCall(), record, this.#scope, { status });
  }
}

/** False where there is one of that key already. */
async function stored(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** By which an accepted answer is the only one. */
function keyOf({ run, stage, batchKey, purpose, index, attempt, status }: AiCall): Filter<AiCall> {
  return { run, stage, batchKey, purpose, index, attempt, status };
}

/** What becomes of an answer to a question that has changed since: no longer accepted, but paid for. */
const outdated = {
  status: AiCallStatus.Rejected,
  faultCode: AiFault.Outdated,
  fault: 'Its question has changed since.',
};

/** Stores the row in place of the one that the filter finds, if any. */
function put(row: AiCall, filter: Filter<AiCall>): AnyBulkWriteOperation<AiCall> {
  // Named here, not by the server: ids of one process alone follow the order of its calls.
  const { _id, ...fields } = row;
  return { updateOne: { filter, update: { $set: fields, $setOnInsert: { _id } }, upsert: true } };
}
