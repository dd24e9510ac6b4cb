import type { ActivityRow } from './log-rows.ts';

/** How much each level is news; what merely goes on is none. */
const gravity: Readonly<Record<string, number>> = { SUCCESS: 1, WARNING: 2, ERROR: 3 };

export interface News {
  /** The gravest of what is new, of several the latest. */
  readonly message: string;
  /** How many others are news, too. */
  readonly others: number;
}

/** What is to be told of the rows after `seq`, however many there are; undefined where nothing is. */
export function newsAfter(seq: number, rows: readonly ActivityRow[]): News | undefined {
  const first = rows.findLastIndex((row) => row.seq <= seq) + 1;
  const news = rows.slice(first).filter(({ level }) => level in gravity);
  const weight = ({ level }: ActivityRow) => gravity[level] ?? 0;
  const most = Math.max(...news.map(weight));
  const message = news.findLast((row) => weight(row) === most)?.message;
  return message === undefined ? undefined : { message, others: news.length - 1 };
}
