import { createContext, type ReactNode, Suspense, useCallback, useContext, useMemo, useState } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { loadCode } from '../../data/load-code.ts';
import { lazyPart } from '../lazy/lazy-part.tsx';
import type { CsvColumns } from './csv.ts';

export interface Export<Row> {
  readonly resource: string;
  /** What the rows are called. */
  readonly name: string;
  /** Of the file, without its ending. */
  readonly file: string;
  readonly columns: CsvColumns<Row>;
  readonly filter: object;
}

/** One that is under way. */
export interface ExportProgress {
  readonly id: number;
  readonly name: string;
  readonly done: number;
  /** Undefined until the first page tells it. */
  readonly total: number | undefined;
  cancel(): void;
}

interface Exports {
  start<Row>(wanted: Export<Row>): void;
}

const ExportNote = lazyPart(() => import('./ExportNote.tsx').then((part) => part.ExportNote));
const ExportsContext = createContext<Exports | null>(null);

export function useExports(): Exports {
  const exports = useContext(ExportsContext);
  if (!exports) throw new Error('ExportsProvider is missing above this component.');
  return exports;
}

/** Around all pages, so that a file goes on being made when another is opened. */
export function ExportsProvider({ children }: { children: ReactNode }) {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const translate = useTranslate();
  const [running, setRunning] = useState<readonly ExportProgress[]>([]);
  const start = useCallback(
    async <Row,>(wanted: Export<Row>) => {
      const { name } = wanted;
      const id = Date.now();
      const stop = new AbortController();
      const show = (done: number, total?: number) =>
        setRunning((all) => [
          ...all.filter((one) => one.id !== id),
          { id, name, done, total, cancel: () => stop.abort() },
        ]);
      show(0);
      try {
        const { writeExport } = await loadCode(() => import('./write-export.ts'));
        await writeExport(wanted, { dataProvider, translate, signal: stop.signal }, show);
      } catch (error) {
        if (!stop.signal.aborted)
          notify(String(error instanceof Error ? error.message : error), { type: 'error' });
      }
      setRunning((all) => all.filter((one) => one.id !== id));
    },
    [dataProvider, notify, translate],
  );
  const exports = useMemo(() => ({ start }), [start]);
  return (
    <ExportsContext value={exports}>
      {children}
      <Suspense>{running.length > 0 && <ExportNote running={running} />}</Suspense>
    </ExportsContext>
  );
}
