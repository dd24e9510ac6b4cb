import { type LogPosition, logStart } from '../engine/run-log/lines.ts';
import { type LogRow, mainFile } from '../engine/run-log/log-row.ts';
import { renderRows } from '../engine/run-log/render.ts';

/** The run's log as plain text, bit by bit, for where there is no terminal: the text of automation_run.log. */
export class PlainLog {
  private position: LogPosition = logStart;
  private seq = 0;

  /** The text of the rows that were not there before; '' when there are none. Rows come in order. */
  next(rows: readonly LogRow[]): string {
    const news = rows.filter((row) => row.seq > this.seq);
    const { texts, position } = renderRows(news, this.position);
    this.position = position;
    this.seq = news.at(-1)?.seq ?? this.seq;
    return texts.get(mainFile) ?? '';
  }
}
