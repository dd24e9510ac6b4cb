import { useDataProvider, useNotify, useRefresh, useResourceContext, useTranslate } from 'react-admin';
import type { Outcome } from '../../data/resource-data.ts';
import { reasonOf } from '../reason-of.ts';
import { useChosen } from './chosen.tsx';

/** Does something to all that is chosen, and tells in words what came of it. */
export function useBulk(): (act: 'updateMany' | 'deleteMany', fields?: object) => Promise<void> {
  const resource = useResourceContext() ?? '';
  const dataProvider = useDataProvider();
  const tell = useTellOutcome();
  const notify = useNotify();
  const { ids, meta, clear } = useChosen();
  return async (act, data = {}) => {
    try {
      const { meta: outcome } = await dataProvider[act](resource, { ids: [...ids], data, meta });
      tell(outcome);
      clear();
    } catch (error) {
      notify(reasonOf(error), { type: 'error' });
    }
  };
}

/** Says how many were changed, and why others were not; then shows them as they are now. */
export function useTellOutcome(): (outcome: Outcome | undefined) => void {
  const notify = useNotify();
  const refresh = useRefresh();
  const translate = useTranslate();
  return (outcome) => {
    refresh();
    if (!outcome) return;
    const { changed, leftOutCount, leftOut } = outcome;
    const done = translate('galley.lists.outcome.changed', { smart_count: changed });
    const why = [...new Set(leftOut.map((one) => one.why))].slice(0, 3).join('; ');
    const left = translate('galley.lists.outcome.leftOut', { smart_count: leftOutCount, why });
    const isWhole = leftOutCount === 0;
    notify(isWhole ? done : `${done} ${left}`, {
      type: isWhole ? 'success' : 'warning',
      autoHideDuration: isWhole ? 4_000 : 12_000,
    });
  };
}
