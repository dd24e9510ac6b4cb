/** A rule by which something that a stage's call made is scored. */
export interface Rule<Subject> {
  /** Unique among the rules of its stage. */
  readonly name: string;
  /** The least score that passes, from 0 to 1. */
  readonly threshold: number;
  /** From 0 to 1. */
  score(subject: Subject): number;
  /** Why sample texts of the offline provider need not keep it; absent where they must. */
  readonly notForSamples?: string;
}

/** What a rule came to. */
export interface Score {
  readonly rule: string;
  readonly score: number;
  readonly threshold: number;
  readonly passed: boolean;
  /** Why it did not have to be kept; undefined where it had to. */
  readonly exempt?: string;
}

/** Every rule's score of one subject; `isSample`: the offline provider made it. */
export function scoresOf<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  isSample: boolean,
): Score[] {
  return rules.map(({ name, threshold, score: scoreOf, notForSamples }) => {
    const score = Math.min(1, Math.max(0, scoreOf(subject)));
    const exempt = isSample ? notForSamples : undefined;
    const scored = { rule: name, score, threshold, passed: score >= threshold };
    return exempt === undefined ? scored : { ...scored, exempt };
  });
}

/** Names of the rules that were broken and had to be kept. */
export function brokenRules(scores: readonly Score[]): string[] {
  return scores.filter(({ passed, exempt }) => !passed && exempt === undefined).map(({ rule }) => rule);
}

/** How many of the values hold, from 0 to 1; 1 where there are none. */
export function shareOf<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.length === 0 ? 1 : values.filter(holds).length / values.length;
}
