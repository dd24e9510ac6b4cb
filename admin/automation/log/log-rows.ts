import type { ActivityRowFragment } from '../../data/gql/graphql.ts';

export type ActivityRow = ActivityRowFragment;

export interface LogFilter {
  /** Of this stage alone; all where empty. */
  readonly stage: string;
  /** Of this level alone; all where empty. */
  readonly level: string;
  /** Part of a message, in whatever case. */
  readonly search: string;
}

export const noFilter: LogFilter = { stage: '', level: '', search: '' };

export interface LogView {
  /** Those that match the filter, in order. */
  readonly rows: readonly ActivityRow[];
  /** Where the first of them stands, counted so that rows put before it move no other. */
  readonly firstIndex: number;
  /** How many have been loaded, whether they match or not. */
  readonly loaded: number;
  /** The seq of the earliest that has been loaded; 0 where none has. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** True once there are none before those that have been loaded. */
  readonly isWhole: boolean;
}

const farBack = 10_000_000;

/**
 * The rows of a run's history that have been loaded, without gaps. Rows come at any rate: they are gathered, and shown
 * when `flush` is called, so that a thousand a second cost no more than a few.
 */
export class LogRows {
  #rows: ActivityRow[] = [];
  #came: ActivityRow[] = [];
  #filter = noFilter;
  #isWhole = false;
  #view: LogView = { rows: [], firstIndex: farBack, loaded: 0, firstSeq: 0, lastSeq: 0, isWhole: false };
  readonly #listeners = new Set<() => void>();

  get view(): LogView {
    return this.#view;
  }

  /** The seq of the last row that has come, shown yet or not. */
  get lastSeq(): number {
    return this.#came.at(-1)?.seq ?? this.#rows.at(-1)?.seq ?? 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes a row from the end of the history; one that is here already is left out. */
  add(row: ActivityRow): void {
    if (row.seq > this.lastSeq) this.#came.push(row);
  }

  /** Shows what has come since. */
  flush(): void {
    if (this.#came.length === 0) return;
    const came = this.#came;
    this.#came = [];
    this.#rows.push(...came);
    const matching = came.filter((row) => matches(row, this.#filter));
    this.#show(
      matching.length > 0 ? [...this.#view.rows, ...matching] : this.#view.rows,
      this.#view.firstIndex,
    );
  }

  /** Puts earlier rows before those that are here; where there are none, what came before has been removed. */
  prepend(earlier: readonly ActivityRow[]): void {
    const first = this.#rows[0]?.seq ?? Number.POSITIVE_INFINITY;
    const before = earlier.filter(({ seq }) => seq < first);
    this.#isWhole = before.length === 0;
    this.#rows = [...before, ...this.#rows];
    const matching = before.filter((row) => matches(row, this.#filter));
    this.#show([...matching, ...this.#view.rows], this.#view.firstIndex - matching.length);
  }

  filterBy(filter: LogFilter): void {
    this.#filter = filter;
    this.#show(
      this.#rows.filter((row) => matches(row, filter)),
      farBack,
    );
  }

  #show(rows: readonly ActivityRow[], firstIndex: number): void {
    const firstSeq = this.#rows[0]?.seq ?? 0;
    this.#view = {
      rows,
      firstIndex,
      loaded: this.#rows.length,
      firstSeq,
      lastSeq: this.#rows.at(-1)?.seq ?? 0,
      isWhole: this.#isWhole || firstSeq === 1,
    };
    for (const listener of this.#listeners) listener();
  }
}

function matches(row: ActivityRow, { stage, level, search }: LogFilter): boolean {
  if (stage !== '' && row.stage !== stage) return false;
  if (level !== '' && row.level !== level) return false;
  return search === '' || row.message.toLowerCase().includes(search.toLowerCase());
}
