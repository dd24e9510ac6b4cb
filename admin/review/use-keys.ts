import { useEffect, useRef } from 'react';

/** What a key does, by the key in lower case. */
export type KeyActions = Readonly<Record<string, (() => void) | undefined>>;

/** Where letters are typed, or a dialog or menu has the keys for itself. */
const elsewhere =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"], [role="menu"], [role="listbox"]';

/** What may go on while its key is held. Anything else is done once: whoever holds it has not seen what is next. */
const repeatable = new Set(['j', 'k']);

/** Single keys for the whole page, while nobody types. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(elsewhere)) return;
      // A dialog that has just opened may not have the focus yet.
      if (document.querySelector('[role="dialog"]')) return;
      const key = event.key.toLowerCase();
      const action = latest.current[key];
      if (!action) return;
      event.preventDefault();
      if (!event.repeat || repeatable.has(key)) action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
