import type { Binary } from 'mongodb';

/** Who works on a run. Whoever writes in its name proves it by `token`, which every claim raises by one. */
export interface Lease {
  /** Null when nobody holds it. */
  owner: string | null;
  token: number;
  /** By the database's clock; the epoch when released. */
  until: Date;
  /** Id of the session whose transactions the holder commits with, so that a claimer can end them. */
  session: Binary | null;
}
