import { randomUUID } from 'node:crypto';
import { APICallError } from 'ai';
import { z } from 'zod';
import type { ImagePrompt } from '../../engine/stage.ts';
import type { Painter } from './image-provider.ts';

export interface RunwareOptions {
  readonly key: string;
  readonly model: string;
  readonly baseUrl: string;
  readonly fetch?: typeof fetch | undefined;
}

const answerSchema = z.object({
  data: z.array(z.object({ imageBase64Data: z.string().optional(), cost: z.number().optional() })).optional(),
  errors: z.array(z.object({ code: z.string().optional(), message: z.string().optional() })).optional(),
});

/** A painter of Runware's task API: one task a request, answered with the picture itself. */
export function runwarePainter(options: RunwareOptions): Painter {
  return async (prompt, signal) => {
    const answer = await sent(options, taskOf(prompt, options.model), signal);
    const [task] = answer.data ?? [];
    const bytes = Buffer.from(task?.imageBase64Data ?? '', 'base64');
    const cost = task?.cost === undefined ? {} : { costUsd: task.cost };
    return { bytes: new Uint8Array(bytes), tokensIn: 0, tokensOut: 0, ...cost };
  };
}

/** Asks whether the key is accepted, for nothing. Throws as painting does. */
export async function pingRunware(options: RunwareOptions, signal: AbortSignal): Promise<void> {
  await sent(options, { taskType: 'ping', ping: true }, signal);
}

function taskOf({ text, width, height }: ImagePrompt, model: string): object {
  return {
    taskType: 'imageInference',
    taskUUID: randomUUID(),
    positivePrompt: text,
    model,
    width: inSteps(width),
    height: inSteps(height),
    numberResults: 1,
    outputType: 'base64Data',
    outputFormat: 'PNG',
    checkNSFW: true,
    includeCost: true,
  };
}

/** Its sizes go by 64, from 128 to 2048. */
function inSteps(pixels: number): number {
  return Math.min(2_048, Math.max(128, Math.round(pixels / 64) * 64));
}

async function sent(
  { key, baseUrl, fetch: send = fetch }: RunwareOptions,
  task: object,
  signal: AbortSignal,
): Promise<z.infer<typeof answerSchema>> {
  const response = await send(baseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify([task]),
    signal,
  });
  const body = await response.text();
  const parsed = answerSchema.safeParse(jsonIn(body));
  const [fault] = parsed.data?.errors ?? [];
  if (response.ok && parsed.success && fault === undefined) return parsed.data;
  throw new APICallError({
    message: 'Runware has not done the task',
    url: baseUrl,
    requestBodyValues: {},
    // It says 200 to some tasks that it has not done, and tells why in the answer alone.
    statusCode: response.ok ? (fault ? 400 : 502) : response.status,
    responseHeaders: Object.fromEntries(response.headers),
    responseBody: body,
  });
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
