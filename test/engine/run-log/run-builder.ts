import { ObjectId } from 'mongodb';
import type { ActivityEvent, BatchName, StageName } from '../../../schema/activity.ts';
import type { LogRow } from '../../../server/engine/run-log/log-row.ts';

export interface StageWords {
  key: string;
  name: StageName;
  one: string;
  many: string;
  total: number;
  batchSize: number;
  query: string;
  /** The AI's phase, such as `AI analyzing keywords`. */
  phase: string;
  saving: string;
}

export interface BatchWords {
  opening: string;
  message: string;
  creditsUsed: number;
  closing?: string;
  label?: string;
  notes?: string[];
  percents?: number[];
  seconds?: number;
}

/** Writes down a run's rows as the engine would, by a clock that only it moves. */
export class RunBuilder {
  readonly rows: LogRow[] = [];
  readonly account = new ObjectId('65a0000000000000000000a5');
  readonly site = new ObjectId('65a0000000000000000000c2');
  private clock: number;
  private stage: StageWords | null = null;

  constructor(startedAt: string) {
    this.clock = Date.parse(startedAt);
  }

  wait(seconds: number): this {
    this.clock += seconds * 1000;
    return this;
  }

  add(stageNumber: number | null, event: ActivityEvent): this {
    const seq = this.rows.length + 1;
    const { account, site } = this;
    this.rows.push({ seq, at: new Date(this.clock), account, site, stageNumber, event });
    return this;
  }

  begin(stage: StageWords): this {
    this.stage = stage;
    const { name, query, total, one, many, batchSize } = stage;
    const batches = Math.ceil(total / batchSize);
    const event = { name, query, found: total, one, many, batchSize, batches } as const;
    return this.add(name.number, { type: 'stage.started', ...event });
  }

  /** Begins batch `index` of the stage begun last. */
  open(index: number, { opening, label = '' }: Pick<BatchWords, 'opening' | 'label'>): this {
    const { stage } = this;
    if (stage === null) return this;
    const batch = batchOf(stage, index);
    const ids = Array.from({ length: batch.last - batch.first + 1 }, (_, i) => String(100 + batch.first + i));
    return this.add(stage.name.number, {
      type: 'batch.started',
      preparing: 'Preparing',
      batch,
      opening,
      current: label,
      label,
      one: stage.one,
      ids,
      stageKey: stage.key,
      batchKey: `${stage.key}-${index}`,
    });
  }

  /** Something that the AI is at in batch `index`. */
  phase(index: number, message: string, percent?: number): this {
    const { stage } = this;
    if (stage === null) return this;
    const event = { type: 'batch.phase', batch: batchOf(stage, index), phase: 'AI_CALL', message } as const;
    return this.add(stage.name.number, percent === undefined ? event : { ...event, percent });
  }

  /** Batch `index` of the stage begun last, from its beginning to its end. */
  batch(index: number, words: BatchWords): this {
    const { stage } = this;
    if (stage === null) return this;
    const batch = batchOf(stage, index);
    const number = stage.name.number;
    this.open(index, words);
    if (stage.name.kind === 'ai') {
      this.wait(2).phase(index, stage.phase);
      for (const percent of words.percents ?? []) this.wait(9).phase(index, 'Half way', percent);
      const phase = { type: 'batch.phase', batch, phase: 'PARSE', message: 'Reading the answer' } as const;
      this.wait(words.seconds ?? 20).add(number, phase);
    }
    const { message, closing = null, creditsUsed, notes = [] } = words;
    return this.wait(1).add(number, {
      type: 'batch.completed',
      batch,
      saving: stage.saving,
      message,
      closing,
      notes,
      creditsUsed,
    });
  }

  finish(counters: Record<string, number>, creditsUsed: number, seconds: number, failed = 0): this {
    const { stage } = this;
    if (stage === null) return this;
    const { name, one, many, total } = stage;
    const result = { processed: total - failed, failed, counters, creditsUsed, elapsedMs: seconds * 1000 };
    return this.add(name.number, { type: 'stage.completed', name, one, many, ...result });
  }
}

function batchOf(stage: StageWords, index: number): BatchName {
  return {
    index,
    count: Math.ceil(stage.total / stage.batchSize),
    first: (index - 1) * stage.batchSize + 1,
    last: Math.min(index * stage.batchSize, stage.total),
    total: stage.total,
  };
}
