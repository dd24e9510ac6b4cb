/** How like texts are by what they mean, where there is a provider that tells it: by the angle between embeddings. */
import type { Alike, BatchAi, LikenessCall } from '../engine/stage.ts';
import { GalleyError } from '../errors.ts';
import { type Asking, reached } from './asking.ts';
import { keep, questionOf } from './outcomes.ts';
import type { EmbeddingProvider, Providers } from './provider.ts';
import { tokensOf } from './tokens.ts';

type Options = Asking & { readonly providers: Providers; readonly settings: unknown };

/** There is another way to tell: it is not waited for as an article is. */
const tries = 2;

/** Errors that end the run whoever meets them: what it may cost is at an end, or somebody else works on it. */
const ending = new Set(['RUN_CAP_REACHED', 'MONTH_CAP_REACHED', 'LEASE_LOST']);

/**
 * As BatchAi has it. Only the result is journaled: the embeddings themselves are large, and of use to nobody. That they
 * cannot be had fails no batch; it is journaled as any call that fails.
 */
export async function alike(
  options: Options,
  call: LikenessCall,
  input: Parameters<BatchAi['alike']>[1],
  index: number,
): Promise<readonly Alike[] | null> {
  const { embedding } = options.providers;
  if (!embedding || input.texts.length === 0 || input.texts.length + input.others.length < 2) return null;
  const question = questionOf(call, options.settings, [embedding.model, input], index);
  const known = await options.journal.accepted(call.purpose, index, question.inputHash);
  if (known) return known.reply as Alike[];
  const values = [...input.others, ...input.texts];
  try {
    const answered = await reached({ ...options, retry: { ...options.retry, tries } }, question, embedding, {
      size: () => ({ tokensIn: tokensOf(values.join(' ')) }),
      work: (provider) => provider.embed(values, { signal: options.signal }),
    });
    const found = nearestOf(input, answered.answer.vectors, embedding);
    await keep(options, answered, found);
    return found;
  } catch (error) {
    const isLeftAt = error instanceof GalleyError && !options.signal.aborted && !ending.has(error.code);
    if (isLeftAt) return null;
    throw error;
  }
}

/** Each text against the others and the texts before it. `vectors` are those of the others, then of the texts. */
export function nearestOf(
  { texts, others }: Parameters<BatchAi['alike']>[1],
  vectors: readonly (readonly number[])[],
  { sameFrom }: Pick<EmbeddingProvider, 'sameFrom'>,
): Alike[] {
  const values = [...others, ...texts];
  return texts.map((_, at) => {
    const own = others.length + at;
    const likenesses = vectors.slice(0, own).map((vector) => cosine(vector, vectors[own] ?? []));
    const likeness = Math.max(0, ...likenesses);
    const nearest = values[likenesses.indexOf(likeness)] ?? null;
    return { nearest, likeness, isSame: likeness >= sameFrom };
  });
}

function cosine(one: readonly number[], other: readonly number[]): number {
  const product = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
  const lengths = Math.hypot(...one) * Math.hypot(...other);
  return lengths === 0 ? 0 : product / lengths;
}
