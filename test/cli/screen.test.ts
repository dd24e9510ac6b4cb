import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { PlainLog } from '../../server/cli/plain-log.ts';
import { Screen } from '../../server/cli/screen.ts';
import { renderRunLog } from '../../server/engine/run-log/render.ts';
import { troubledRun } from '../engine/run-log/troubled-run.ts';

function terminalOf(columns: number, rows: number) {
  const terminal = Object.assign(new PassThrough(), { columns, rows });
  return { terminal, screen: new Screen(terminal), written: () => String(terminal.read() ?? '') };
}

/** What a terminal shows after such a text: it knows the four sequences that the screen uses. */
function shownAfter(text: string): string[] {
  const lines = [''];
  let at = 0;
  for (const [token] of text.replaceAll('\u001b', '␛').matchAll(/␛\[\d*[AJK]|\n|\r|[^␛\n\r]+/g)) {
    if (token.endsWith('A')) at -= Number(token.slice(2, -1));
    else if (token === '␛[2K') lines[at] = '';
    else if (token === '␛[J') lines.splice(at, lines.length, '');
    else if (token === '\n') lines[++at] ??= '';
    else if (token !== '\r') lines[at] += token;
  }
  return lines;
}

describe('a screen', () => {
  it('draws each time over what it drew before', () => {
    const { screen, written } = terminalOf(80, 24);
    for (const lines of [
      ['a', 'b', 'c'],
      ['longer than a', 'b'],
      ['one', 'two', 'three'],
    ])
      screen.draw(lines);
    expect(shownAfter(written())).toEqual(['one', 'two', 'three', '']);
  });

  it('leaves nothing behind of a line that is gone', () => {
    const { screen, written } = terminalOf(80, 24);
    screen.draw(['a', 'b', 'c']);
    screen.draw(['a']);
    expect(shownAfter(written())).toEqual(['a', '']);
  });

  it('writes below what it was told to keep', () => {
    const { screen, written } = terminalOf(80, 24);
    screen.draw(['run']);
    screen.keep();
    screen.draw(['summary']);
    expect(shownAfter(written())).toEqual(['run', 'summary', '']);
  });

  it('shows the last lines where the terminal is too low for all', () => {
    const { screen, written } = terminalOf(80, 3);
    screen.draw(['a', 'b', 'c', 'd']);
    screen.draw(['a', 'b', 'c', 'e']);
    expect(shownAfter(written())).toEqual(['c', 'e', '']);
  });

  it('leaves one cell free at the right, and is never less than 20 wide', () => {
    expect(terminalOf(80, 24).screen.width).toBe(79);
    expect(terminalOf(5, 24).screen.width).toBe(20);
  });
});

describe('the plain log', () => {
  it('is, bit by bit, the text of automation_run.log, however often rows are shown to it', () => {
    const rows = troubledRun();
    const log = new PlainLog();
    let text = '';
    for (let seq = 1; seq <= rows.length; seq += 3) text += log.next(rows.slice(Math.max(0, seq - 20), seq));
    text += log.next(rows.slice(-20));
    expect(text).toBe(renderRunLog(rows).get('automation_run.log'));
    expect(log.next(rows)).toBe('');
  });
});
