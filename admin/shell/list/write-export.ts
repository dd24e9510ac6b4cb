import type { DataProvider } from 'react-admin';
import { csvLine } from './csv.ts';
import type { Export } from './exports.tsx';

const pageSize = 100;

interface ExportWires {
  readonly dataProvider: DataProvider;
  readonly translate: (key: string) => string;
  /** Cancels it. */
  readonly signal: AbortSignal;
}

/** Reads all rows, page by page, and hands them to the browser as a file; nothing where it was cancelled. */
export async function writeExport<Row>(
  { resource, file, columns, filter }: Export<Row>,
  { dataProvider, translate, signal }: ExportWires,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const lines = [csvLine(Object.keys(columns))];
  for (let meta: object = {}; ; ) {
    const {
      data,
      total = 0,
      meta: end,
    } = await dataProvider.getList(resource, {
      filter,
      // The eldest first: what is added meanwhile comes last. What leaves the list meanwhile moves no row past a page.
      sort: { field: 'createdAt', order: 'ASC' },
      pagination: { page: 1, perPage: pageSize },
      meta,
      signal,
    });
    meta = end;
    lines.push(
      ...data.map((row) => csvLine(Object.values(columns).map((cell) => cell(row as Row, translate)))),
    );
    onProgress(lines.length - 1, Math.max(total, lines.length - 1));
    if (data.length < pageSize || signal.aborted) break;
  }
  if (!signal.aborted) save(`${file}.csv`, lines);
}

function save(name: string, lines: readonly string[]): void {
  // With the mark by which spreadsheets know the letters.
  const file = new Blob(['\uFEFF', ...lines], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
