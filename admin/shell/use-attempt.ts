import { useRef } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { reasonOf } from './reason-of.ts';

/**
 * Does something, shows what is there then, or says what went wrong. True where nothing did. What is asked for while the
 * last is not done yet, as by a double click, is left undone; with `isForMany`, it is something else, and done.
 */
export function useAttempt({ isForMany = false } = {}): (act: () => Promise<void>) => Promise<boolean> {
  const notify = useNotify();
  const refresh = useRefresh();
  // Not a state: the second click may come before anything is drawn anew.
  const isBusy = useRef(false);
  return async (act) => {
    if (isBusy.current && !isForMany) return false;
    isBusy.current = true;
    try {
      await act();
      refresh();
      return true;
    } catch (error) {
      notify(reasonOf(error), {
        type: 'error',
        autoHideDuration: 10_000,
      });
      return false;
    } finally {
      isBusy.current = false;
    }
  };
}
