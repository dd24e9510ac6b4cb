import type { Result } from './evaluate.ts';
import { brokenRules, type Score } from './rule.ts';

/** Those that had nothing to score, or broke a rule that they had to keep. */
export function failed(results: readonly Result[]): Result[] {
  return results.filter(({ scores, problem }) => problem !== null || brokenRules(scores).length > 0);
}

/** A table for people: a stage's rules by provider and prompt version, a column for each language. */
export function tableOf(results: readonly Result[]): string {
  const groups = Map.groupBy(
    results,
    ({ stage, provider, promptVersion }) => `${stage}, prompt ${promptVersion}, ${provider}`,
  );
  return [...groups].map(([heading, group]) => [heading, ...linesOf(group)].join('\n')).join('\n\n');
}

const ruleWidth = 22;
const scoreWidth = 8;

function linesOf(group: readonly Result[]): string[] {
  const columns = (cells: readonly string[]) => cells.map((cell) => cell.padStart(scoreWidth)).join('');
  const names = [...new Set(group.flatMap(({ scores }) => scores.map(({ rule }) => rule)))];
  const header = columns(['least', ...group.map(({ language }) => language)]);
  const rules = names.map((name) => {
    const scores = group.map(({ scores }) => scores.find(({ rule }) => rule === name));
    const threshold = scores.find((score) => score !== undefined)?.threshold ?? 0;
    return `  ${name.padEnd(ruleWidth)}${columns([threshold.toFixed(2), ...scores.map(cellOf)])}`;
  });
  const problems = group.flatMap(({ language, problem }) =>
    problem === null ? [] : [`  ${language}: ${problem}`],
  );
  return [`  ${''.padEnd(ruleWidth)}${header}`, ...rules, ...problems];
}

/** `!` after a score that is too low, `~` after one that need not be higher. */
function cellOf(score: Score | undefined): string {
  if (score === undefined) return '–';
  const mark = score.passed ? ' ' : score.exempt === undefined ? '!' : '~';
  return `${score.score.toFixed(2)}${mark}`;
}
