/** One call of a provider, as often as it takes to get an answer: again after transient errors, then of the next. */
import { AiCallStatus } from '../../schema/ai-call.ts';
import { GalleyError } from '../errors.ts';
import type { Budget } from './budget.ts';
import type { BatchJournal, CallRecord } from './journal.ts';
import type { CallUsage, Health } from './provider.ts';
import { type RetryPolicy, retrying } from './retry.ts';
import { type CallSize, foreseenUsd } from './usd-prices.ts';

/** A call of an AI that has ended, whatever came of it. */
interface EndedCall {
  readonly provider: string;
  readonly model: string;
  readonly outcome: AiCallStatus;
  readonly costUsd: number;
}

export interface Asking {
  readonly journal: BatchJournal;
  readonly signal: AbortSignal;
  readonly retry: RetryPolicy;
  /** What the calls may cost. */
  readonly budget: Budget;
  /** Throws where the batch may be another worker's by now, which then asks the same. */
  checkLease(): void;
  onCall(call: EndedCall): void;
  onWait(error: GalleyError, delayMs: number): void;
}

/** Which question it is; who answers it is not known before it is answered. */
export type Question = Pick<CallRecord, 'purpose' | 'promptVersion' | 'index' | 'inputHash'>;

interface Member<Self> {
  readonly name: string;
  readonly model: string;
  readonly isOffline?: boolean;
  readonly health?: Health;
  readonly fallback?: Self;
}

/** What is asked of a provider. */
interface Call<Provider, Answer> {
  /** Asked for only where the answer is paid for. */
  size(): CallSize;
  work(provider: Provider): Promise<Answer>;
}

/** An answer, by whom, and how long it took. */
export interface Answered<Provider, Answer> {
  readonly answer: Answer;
  readonly provider: Provider;
  readonly record: CallRecord;
  readonly latencyMs: number;
}

/**
 * The answer of the first provider in the chain that is up. Only where one does not answer, however often it is tried,
 * the next is asked: what it says itself, such as that the key is wrong, is not to be hidden.
 */
export async function reached<Provider extends Member<Provider>, Answer extends CallUsage>(
  asking: Asking,
  question: Question,
  first: Provider,
  { size, work }: Call<Provider, Answer>,
): Promise<Answered<Provider, Answer>> {
  for (let provider = upIn(first); ; ) {
    try {
      return await askedOf(asking, question, provider, { size, work });
    } catch (error) {
      const isDown = error instanceof GalleyError && error.retryable && !asking.signal.aborted;
      if (!isDown || provider.fallback === undefined) throw error;
      provider.health?.markDown();
      asking.onWait(error, 0);
      provider = provider.fallback;
    }
  }
}

/** The first of the chain that was not given up a short while ago; its last where all were. */
function upIn<Provider extends Member<Provider>>(first: Provider): Provider {
  let provider = first;
  while (provider.fallback && provider.health?.isDown()) provider = provider.fallback;
  return provider;
}

async function askedOf<Provider extends Member<Provider>, Answer extends CallUsage>(
  { journal, retry, signal, budget, checkLease, onWait, onCall }: Asking,
  question: Question,
  provider: Provider,
  { size, work }: Call<Provider, Answer>,
): Promise<Answered<Provider, Answer>> {
  // What has been paid is safe before more is asked for.
  await journal.flush();
  checkLease();
  const { name, model } = provider;
  const record = { ...question, provider: name, model };
  const attempt = async () => {
    const reserved = provider.isOffline
      ? undefined
      : await budget.reserve(question.purpose, foreseenUsd(provider, size()));
    const startedAt = performance.now();
    try {
      const answer = await work(provider);
      await reserved?.settle(answer.costUsd);
      const latencyMs = Math.round(performance.now() - startedAt);
      return { answer, provider, record: { ...record, model: answer.model ?? model }, latencyMs };
    } catch (error) {
      onCall({ provider: name, model, outcome: AiCallStatus.Failed, costUsd: 0 });
      // What was cut off may have been paid for: it counts as it was expected to.
      const mayBePaid = signal.aborted || (error instanceof GalleyError && error.details.mayBePaid === true);
      if (!mayBePaid) await reserved?.settle(0);
      if (error instanceof GalleyError && !signal.aborted) {
        const latencyMs = Math.round(performance.now() - startedAt);
        const { message: fault, code: faultCode } = error;
        await journal.reject(AiCallStatus.Failed, { ...record, latencyMs, fault, faultCode });
      }
      throw error;
    }
  };
  return retrying(attempt, retry, signal, onWait);
}
