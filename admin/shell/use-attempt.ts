import { useNotify, useRefresh } from 'react-admin';

/** Does something, shows what is there then, or says what went wrong. True where nothing did. */
export function useAttempt(): (act: () => Promise<void>) => Promise<boolean> {
  const notify = useNotify();
  const refresh = useRefresh();
  return async (act) => {
    try {
      await act();
      refresh();
      return true;
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), {
        type: 'error',
        autoHideDuration: 10_000,
      });
      return false;
    }
  };
}
