import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { ListContextProvider, type RaRecord, useListContext } from 'react-admin';

/** A row that is being written in, and where it stood. */
interface Held {
  readonly record: RaRecord;
  readonly place: number;
}

/** Has a row stay; returns what lets it go. */
type Hold = (record: RaRecord) => () => void;

const HoldContext = createContext<Hold>(() => () => {});

/** A list in which a row stays as long as it is written in, though others take its place or somebody deletes it. */
export function KeepsWritten({ children }: { children: ReactNode }) {
  const list = useListContext();
  const [held, setHeld] = useState<readonly Held[]>([]);
  const data = list.data && withHeld(list.data, held);
  const latest = useRef(data);
  latest.current = data;
  const hold = useCallback<Hold>((record) => {
    const one = { record, place: latest.current?.findIndex(({ id }) => id === record.id) ?? 0 };
    setHeld((before) => [...before, one]);
    return () => setHeld((before) => before.filter((other) => other !== one));
  }, []);
  // While nothing is held, the list itself: who reads it is not drawn anew. A table of none in total shows that there is
  // nothing.
  const shown =
    data && held.length > 0 ? { ...list, data, total: Math.max(list.total ?? 0, data.length) } : list;
  return (
    <HoldContext.Provider value={hold}>
      <ListContextProvider value={shown as typeof list}>{children}</ListContextProvider>
    </HoldContext.Provider>
  );
}

/** Has the row that this record is of stay in its list, where it is in one, as long as who calls it is there. */
export function useHeldRow(record: RaRecord): void {
  const hold = useContext(HoldContext);
  useEffect(() => hold(record), [hold, record]);
}

function withHeld(data: readonly RaRecord[], held: readonly Held[]): RaRecord[] {
  const rows = [...data];
  for (const { record, place } of held) {
    if (!rows.some(({ id }) => id === record.id)) rows.splice(place, 0, record);
  }
  return rows;
}
