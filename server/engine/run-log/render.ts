import { type LogPosition, linesOf, logStart } from './lines.ts';
import { type LogRow, mainFile, stageFile } from './log-row.ts';

export interface RenderedRows {
  /** What is to be added to each file, by its name; files without new text are absent. */
  readonly texts: Map<string, string>;
  readonly position: LogPosition;
}

/** The text of rows that follow others: `position` is where the log stood before them. */
export function renderRows(rows: readonly LogRow[], position: LogPosition): RenderedRows {
  const texts = new Map<string, string>();
  const add = (file: string, lines: readonly string[]) => {
    if (lines.length > 0) texts.set(file, `${texts.get(file) ?? ''}${lines.join('\n')}\n`);
  };
  let current = position;
  for (const row of rows) {
    const lines = linesOf(row, current);
    add(mainFile, lines.main);
    if (row.stageNumber !== null) add(stageFile(row.stageNumber), lines.stage);
    current = lines.position;
  }
  return { texts, position: current };
}

/** A run's log files from its rows alone, by file name: byte for byte what is on disk. */
export function renderRunLog(rows: readonly LogRow[]): Map<string, string> {
  return renderRows(rows, logStart).texts;
}

/** The last `count` events of a log (`14:05:23 - …` lines, no headers), from its text or from a run's rows. */
export function lastLines(source: string | readonly LogRow[], count: number): string[] {
  const text = typeof source === 'string' ? source : (renderRunLog(source).get(mainFile) ?? '');
  const events = text.split('\n').filter((line) => /^\d\d:\d\d:\d\d - /.test(line));
  return count > 0 ? events.slice(-count) : [];
}
