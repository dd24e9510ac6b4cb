import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useListContext } from 'react-admin';
import { useSite } from '../site/use-site.ts';

/** What of a list is chosen: some of its rows, or all that match its filters, also those on other pages. */
export interface Chosen {
  readonly siteId: string;
  readonly count: number;
  readonly isAll: boolean;
  /** As the API's operations of many want it, beside the site. */
  readonly meta: { readonly siteId: string; readonly filter?: object };
  readonly ids: readonly string[];
  chooseAll(): void;
  clear(): void;
}

const ChosenContext = createContext<Chosen | null>(null);

export function useChosen(): Chosen {
  const chosen = useContext(ChosenContext);
  if (!chosen) throw new Error('ChosenProvider is missing above this component.');
  return chosen;
}

export function ChosenProvider({ children }: { children: ReactNode }) {
  const { selectedIds, filterValues, total = 0, onUnselectItems } = useListContext();
  const { site } = useSite();
  const siteId = site?.id ?? '';
  // All means all of these filters: once they or the rows chosen by hand change, it is some again.
  const now = JSON.stringify([filterValues, selectedIds]);
  const [allOf, setAllOf] = useState<string | null>(null);
  const isAll = allOf === now;
  const chosen = useMemo<Chosen>(() => {
    const ids = (selectedIds ?? []).map(String);
    return {
      siteId,
      isAll,
      ids,
      count: isAll ? total : ids.length,
      meta: isAll ? { siteId, filter: filterValues } : { siteId },
      chooseAll: () => setAllOf(now),
      clear: () => onUnselectItems(),
    };
  }, [siteId, isAll, selectedIds, total, filterValues, now, onUnselectItems]);
  return <ChosenContext value={chosen}>{children}</ChosenContext>;
}
