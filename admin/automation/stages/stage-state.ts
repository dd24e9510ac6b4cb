import type { RunFacts, StageFacts } from '../run/use-run.ts';

/**
 * What a card says of its stage. `credits`: paused until there are enough; `held`: the run is at work and waits for
 * something, such as the end of a rate limit; `unreached`: the run has ended before it; `review`: the gate was reached.
 */
export type StageState =
  | 'waiting'
  | 'running'
  | 'held'
  | 'paused'
  | 'credits'
  | 'completed'
  | 'skipped'
  | 'failed'
  | 'cancelled'
  | 'unreached'
  | 'review';

type Run = Pick<RunFacts, 'status' | 'pause' | 'waitingFor'>;

export function stageStateOf(stage: Pick<StageFacts, 'status' | 'kind'>, run: Run): StageState {
  const isGate = stage.kind === 'GATE';
  if (stage.status === 'COMPLETED') return isGate ? 'review' : 'completed';
  if (stage.status === 'SKIPPED') return 'skipped';
  if (stage.status === 'FAILED') return 'failed';
  if (run.status === 'CANCELLED') return stage.status === 'RUNNING' ? 'cancelled' : 'unreached';
  if (stage.status === 'WAITING') return 'waiting';
  if (run.status === 'PAUSED') return run.pause?.reason === 'credits' ? 'credits' : 'paused';
  return run.waitingFor ? 'held' : 'running';
}

/** What came of a stage, of its counters: such as 60 keywords → 8 clusters. */
export interface Yield {
  readonly processed: number;
  readonly made: readonly { readonly name: string; readonly value: number }[];
}

/** Words that a counter's name ends with where it counts what was made. */
const making = /(Created|Generated)$/;

export function yieldOf({ counters, processed }: Pick<StageFacts, 'counters' | 'processed'>): Yield {
  const made = counters.flatMap(({ name, value }) =>
    making.test(name) ? [{ name: nounOf(name.replace(making, ''), value), value }] : [],
  );
  return { processed, made };
}

/** `clusters` of clusters, or `cluster` where it is one; `image prompts` of imagePrompts. */
function nounOf(name: string, count: number): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return count === 1 ? words.replace(/s$/, '') : words;
}
