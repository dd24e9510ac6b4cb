import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { pollingFor } from '../../data/live/pace.ts';
import { readLate } from '../../data/live/read-late.ts';
import { useConnection } from '../../data/live/use-live.ts';
import { useWires } from '../../data/wires.ts';
import { activityDocument, activityPageDocument } from './data.ts';
import { type ActivityRow, type LogFilter, LogRows, type LogView, noFilter } from './log-rows.ts';

/** How many rows are there at once. */
const shownAtOnce = 50;
const pageSize = 100;
/** Milliseconds from one time that new rows are shown to the next: nobody reads what comes faster. */
const showMs = 100;

export interface ActivityState {
  readonly view: LogView;
  readonly filter: LogFilter;
  setFilter(filter: LogFilter): void;
  /** Loads the hundred rows before those that are here. */
  loadEarlier(): Promise<void>;
  readonly isLoading: boolean;
  /** True where the last try to load some has failed. */
  readonly hasFailed: boolean;
}

/**
 * A run's history from the last 50 rows on, live. `seq` is the run's last row when it is first looked at. Another run
 * is another component's: give it the run's id as key.
 */
export function useActivity(runId: string, seq: number, status: string): ActivityState {
  const { ask, live } = useWires();
  const connection = useConnection();
  const [log] = useState(() => new LogRows());
  const [after] = useState(Math.max(0, seq - shownAtOnce));
  const [filter, setFilter] = useState(noFilter);
  const [isLoading, setIsLoading] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const busy = useRef(false);
  const everyMs = pollingFor(status);
  const view = useSyncExternalStore(log.subscribe, () => log.view);

  useEffect(() => {
    const { show, stop } = showing(log);
    const following = readLate(() => ({ runId, after: Math.max(after, log.lastSeq) }));
    const leave = live.watch(activityDocument, following, ({ activity }) => show(activity));
    return () => {
      leave();
      stop();
    };
  }, [live, runId, after, log]);
  useEffect(() => {
    if (connection === 'open') return;
    const reading = new AbortController();
    const { show, stop } = showing(log);
    const read = async () => {
      for (let rows: readonly ActivityRow[] | undefined; !rows || rows.length === pageSize; ) {
        const from = String(Math.max(after, log.lastSeq));
        rows = (await ask(activityPageDocument, { runId, after: from }, reading.signal)).activity.nodes;
        for (const row of rows) show(row);
      }
    };
    // What cannot be read now is read the next time.
    const tryToRead = () => void read().catch(() => {});
    tryToRead();
    const timer = everyMs === false ? undefined : setInterval(tryToRead, everyMs);
    return () => {
      reading.abort();
      clearInterval(timer);
      stop();
    };
  }, [ask, connection, runId, after, log, everyMs]);

  const loadEarlier = useCallback(async () => {
    const { firstSeq, isWhole } = log.view;
    if (busy.current || isWhole || firstSeq === 0) return;
    busy.current = true;
    setIsLoading(true);
    try {
      const from = String(Math.max(0, firstSeq - 1 - pageSize));
      const { activity } = await ask(activityPageDocument, { runId, after: from });
      log.prepend(activity.nodes);
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    } finally {
      busy.current = false;
      setIsLoading(false);
    }
  }, [ask, log, runId]);

  return {
    view,
    filter,
    setFilter: (next) => {
      setFilter(next);
      log.filterBy(next);
    },
    loadEarlier,
    isLoading,
    hasFailed,
  };
}

/**
 * Takes rows one by one, and shows together what comes within a tenth of a second, also the first: a list of one row
 * would ask for those before it at once. What has been taken is shown before it stops.
 */
function showing(log: LogRows): { show(row: ActivityRow): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    log.flush();
  };
  return {
    show(row) {
      log.add(row);
      timer ??= setTimeout(flush, showMs);
    },
    stop() {
      clearTimeout(timer);
      flush();
    },
  };
}
