import type { AutomationRun } from '../../schema/automation-run.ts';
import type { LogRow } from '../engine/run-log/log-row.ts';
import { paintFor } from './format.ts';
import { liveView } from './live-view.ts';
import { PlainLog } from './plain-log.ts';
import { say } from './print.ts';
import { Screen } from './screen.ts';

/** How a run is shown while it goes on. */
export interface RunView {
  /** `rows` are those that are new since the last call, `notice` a sentence for now, or ''. */
  show(run: AutomationRun, rows: readonly LogRow[], notice: string): void;
  /** Called once: what is printed afterwards takes the place of a live view, and follows on plain lines. */
  close(): void;
}

/**
 * Live on a terminal; else as plain lines, each once. A program that reads the JSON document sees nothing of it;
 * whoever watches that program's stderr does.
 */
export function viewFor(options: { json?: boolean }): RunView {
  const stream = options.json ? process.stderr : process.stdout;
  if (stream.isTTY && process.env.TERM !== 'dumb') return new ScreenView(stream);
  return new LineView(options.json ? () => {} : (text) => void process.stdout.write(text));
}

const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';
/** More than the stages at work have batches. */
const recentRows = 60;

class ScreenView implements RunView {
  readonly #stream: NodeJS.WriteStream;
  readonly #screen: Screen;
  readonly #restore = () => void this.#stream.write(showCursor);
  #recent: LogRow[] = [];

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    this.#screen = new Screen(stream);
    stream.write(`\n${hideCursor}`);
    process.once('exit', this.#restore);
  }

  show(run: AutomationRun, rows: readonly LogRow[], notice: string): void {
    this.#recent = [...this.#recent, ...rows].slice(-recentRows);
    const paint = paintFor(this.#stream);
    const look = { width: this.#screen.width, paint };
    const lines = liveView({ run, rows: this.#recent, now: new Date() }, look);
    this.#screen.draw(notice === '' ? lines : [...lines, paint('yellow', notice)]);
  }

  close(): void {
    this.#screen.draw([]);
    this.#restore();
    process.off('exit', this.#restore);
  }
}

class LineView implements RunView {
  readonly #write: (text: string) => void;
  readonly #log = new PlainLog();
  #notice = '';

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  show(_: AutomationRun, rows: readonly LogRow[], notice: string): void {
    this.#write(this.#log.next(rows));
    // A countdown is told once.
    const gist = notice.replace(/\d+/g, '');
    if (notice !== '' && gist !== this.#notice) say(notice);
    this.#notice = gist;
  }

  close(): void {}
}
