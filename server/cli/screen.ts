import type { Writable } from 'node:stream';

/** A stream that is a terminal. */
export type Terminal = Writable & { readonly columns?: number; readonly rows?: number };

const eraseLine = '\u001b[2K';
const eraseBelow = '\u001b[J';
const up = (lines: number) => (lines > 0 ? `\u001b[${lines}A` : '');

/** Draws some lines at the same place again and again, each time in one write, so that nothing flickers. */
export class Screen {
  private readonly terminal: Terminal;
  private drawn = 0;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** Cells that a line may take. One is left free: a full line would break in some terminals. */
  get width(): number {
    return Math.max(20, (this.terminal.columns ?? 80) - 1);
  }

  /** Replaces what was drawn before. Of more lines than the terminal has, the last ones are shown. */
  draw(lines: readonly string[]): void {
    const shown = lines.slice(-Math.max(1, (this.terminal.rows ?? 24) - 1));
    const text = shown.map((line) => `${eraseLine}${line}\n`).join('');
    this.terminal.write(`${up(this.drawn)}\r${text}${eraseBelow}`);
    this.drawn = shown.length;
  }

  /** Leaves what is drawn where it is: what is written next stands below it. */
  keep(): void {
    this.drawn = 0;
  }
}
