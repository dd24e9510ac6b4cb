import { type RefObject, useEffect } from 'react';

/** Rows of tables, and whatever says of itself that it is one. */
const rowsOf = 'tbody .RaDataTable-row, [data-row]';
/** Where keys are for something else. */
const busy = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=combobox]';
/** What lies over the page; some menus are there all the time, hidden. */
const above = '.MuiModal-root:not(.MuiModal-hidden)';

/**
 * J and K, or the arrows within a row, go through the rows in `box`; Space chooses the row that has the focus, Enter
 * opens it. The arrows to the right and left show and hide what is below a row: react-admin's own button for that is
 * for pointing at alone.
 */
export function useRowKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (target.closest(busy) || document.querySelector(above)) return;
      const rows = [...(box.current?.querySelectorAll<HTMLElement>(rowsOf) ?? [])];
      const at = rows.findIndex((row) => row.contains(target));
      if (act(event.key, rows, at, target)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [box]);
}

/** True where the key meant something. */
function act(key: string, rows: readonly HTMLElement[], at: number, target: Element): boolean {
  const row = rows[at];
  const step = stepOf(key, row !== undefined);
  if (step !== 0) return focus(rows[Math.min(Math.max(at + step, 0), rows.length - 1)]);
  if (row === undefined || row !== target) return false;
  if (key === 'ArrowRight' || key === 'ArrowLeft') return unfold(row, key === 'ArrowRight');
  if (key === ' ') return click(row.querySelector<HTMLElement>('input[type=checkbox]'));
  return key === 'Enter' && click(row.querySelector<HTMLElement>('a[href]'));
}

function stepOf(key: string, isInRow: boolean): number {
  if (key === 'j' || (isInRow && key === 'ArrowDown')) return 1;
  return key === 'k' || (isInRow && key === 'ArrowUp') ? -1 : 0;
}

function focus(row: HTMLElement | undefined): boolean {
  if (!row) return false;
  row.tabIndex = -1;
  row.focus();
  row.scrollIntoView({ block: 'nearest' });
  return true;
}

function unfold(row: HTMLElement, isWanted: boolean): boolean {
  const button = row.querySelector<HTMLElement>('[aria-controls][aria-expanded]');
  if (button && button.ariaExpanded !== String(isWanted)) button.click();
  return button !== null;
}

function click(element: HTMLElement | null): boolean {
  element?.click();
  return element !== null;
}
