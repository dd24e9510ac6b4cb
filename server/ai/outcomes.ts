/** What becomes of a call that was answered: it is told, and journaled with what it needed. */
import { AiCallStatus, AiFault } from '../../schema/ai-call.ts';
import { errors } from '../errors.ts';
import type { Answered, Asking, Question } from './asking.ts';
import { inputHashOf } from './journal.ts';
import type { CallUsage, ImageReply, TextReply, Unusable } from './provider.ts';

/** Who answered. */
type Answerer = { readonly name: string; readonly model: string; readonly isOffline?: boolean };

export function questionOf(
  { purpose, promptVersion }: { purpose: string; promptVersion: string },
  settings: unknown,
  input: unknown,
  index: number,
): Question {
  return { purpose, promptVersion, index, inputHash: inputHashOf(promptVersion, settings, input) };
}

/** Journals an accepted reply: at once where it was paid for, so that not even a kill loses it. */
export async function keep(
  asking: Asking,
  answered: Answered<Answerer, CallUsage>,
  reply: unknown,
): Promise<void> {
  ended(asking, answered, AiCallStatus.Accepted);
  await asking.journal.accept({ ...recordOf(answered), reply });
  if (!answered.provider.isOffline) await asking.journal.flush();
}

/** Journals an answer that is of no use: it cost money all the same. A refusal ends the matter: throws AI_REFUSED. */
export async function dismiss<Answer extends CallUsage>(
  asking: Asking,
  answered: Answered<Answerer, Answer>,
  { code, fault }: Unusable,
  reply: unknown = null,
): Promise<void> {
  ended(asking, answered, AiCallStatus.Rejected);
  const record = { ...recordOf(answered), reply, fault, faultCode: code };
  await asking.journal.reject(AiCallStatus.Rejected, record);
  if (code === AiFault.Refused) throw errors.aiRefused({ purpose: record.purpose, reason: fault });
}

function ended(
  { onCall }: Asking,
  { provider, answer }: Answered<Answerer, CallUsage>,
  outcome: AiCallStatus,
): void {
  onCall({ provider: provider.name, model: provider.model, outcome, costUsd: answer.costUsd });
}

/** What the journal keeps of a call that was answered, but for the reply itself. */
function recordOf({
  answer,
  record,
  latencyMs,
}: Answered<Answerer, CallUsage & Partial<TextReply & ImageReply>>) {
  const {
    tokensIn = 0,
    tokensOut = 0,
    tokensCached = 0,
    costUsd,
    isPriced = true,
    finishReason = null,
  } = answer;
  return { ...record, tokensIn, tokensOut, tokensCached, costUsd, isPriced, finishReason, latencyMs };
}
