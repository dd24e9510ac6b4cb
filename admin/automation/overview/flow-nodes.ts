import type { Queue, RunFacts } from '../run/use-run.ts';

export interface FlowNode {
  readonly key: string;
  readonly number: number;
  /** What the stage takes; of the gate, what it leads to. */
  readonly name: string;
  readonly count: number;
  /** Which word stands below the count. */
  readonly word: string;
  /** True while its stage is at work: then the way to the next node moves. */
  readonly isActive: boolean;
  readonly isDone: boolean;
}

/** The plan's words for what waits at a stage: another stage's items just wait. */
const words: Readonly<Record<string, string>> = {
  'cluster-keywords': 'pending',
  'generate-ideas': 'new',
  'queue-tasks': 'ready',
  'generate-content': 'queued',
  'generate-image-prompts': 'drafts',
  'generate-images': 'pending',
  'review-gate': 'ready',
};

/** The pipeline as it is drawn: one node for what each stage has before it. */
export function flowNodes(queues: readonly Queue[], run: RunFacts | null | undefined): FlowNode[] {
  return queues.map(({ key, number, title, kind, pending }) => {
    const [from = title, to = title] = title.split(' → ');
    const own = run?.stages.find((stage) => stage.key === key);
    const isActive = run?.status === 'RUNNING' && own?.status === 'RUNNING';
    return {
      key,
      number,
      name: kind === 'GATE' ? to : key === 'generate-images' ? to : from,
      count: pending,
      word: isActive && kind === 'AI' ? 'generating' : (words[key] ?? 'waiting'),
      isActive,
      isDone: own?.status === 'COMPLETED' && run?.active === true,
    };
  });
}
