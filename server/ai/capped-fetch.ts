type Fetch = typeof fetch;

/** In bytes. */
export interface AnswerLimits {
  /** Of an answer. By default, of what a picture of the largest kind that is taken (decode.ts) has as base64. */
  readonly answerBytes: number;
  /** Of what is said of a failure. */
  readonly faultBytes: number;
}

const usual: AnswerLimits = { answerBytes: 36_000_000, faultBytes: 64_000 };

/** What is thrown, as a cause, where an answer has more bytes than are taken. */
export const oversizedCode = 'ANSWER_OVERSIZED';

/**
 * A `fetch` that takes no more of an answer than is of any use: a host is not to fill this process's memory. Of a
 * failure the beginning is taken; reading an answer that is longer than allowed throws.
 */
export function createCappedFetch(fetch: Fetch, { answerBytes, faultBytes }: AnswerLimits = usual): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    const { ok, status, statusText, headers } = response;
    const body = response.body.pipeThrough(ok ? refusedBeyond(answerBytes) : endedAt(faultBytes));
    return new Response(body, { status, statusText, headers });
  };
}

function refusedBeyond(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.length;
      if (left >= 0) return controller.enqueue(chunk);
      controller.error(Object.assign(new Error('The answer is too long.'), { code: oversizedCode }));
    },
  });
}

function endedAt(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) controller.terminate();
    },
  });
}
