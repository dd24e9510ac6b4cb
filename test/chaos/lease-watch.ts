import type { ObjectId } from 'mongodb';
import { z } from 'zod';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import type { Database } from '../../server/db/database.ts';

/** Some process has taken the run. */
export interface Claimed {
  readonly pid: number;
  /** Milliseconds, by the database's clock. */
  readonly at: number;
}

const update = z.object({
  wallTime: z.date(),
  updateDescription: z.object({ updatedFields: z.record(z.string(), z.unknown()) }),
});

/** What the database tells of one run from the moment on that this is opened. */
export class LeaseWatch {
  readonly claims: Claimed[] = [];
  /** When a holder has given the run back, each time. Milliseconds, by the database's clock. */
  readonly releases: number[] = [];
  /** Changes of the run document. */
  changes = 0;
  hasEnded = false;
  readonly #stream;
  #waiting: (() => void)[] = [];

  private constructor(database: Database, run: ObjectId) {
    const runs = database.of(AutomationRun);
    this.#stream = runs.watch([{ $match: { 'documentKey._id': run, operationType: 'update' } }]);
  }

  static async open(database: Database, run: ObjectId): Promise<LeaseWatch> {
    const watch = new LeaseWatch(database, run);
    // The first look opens the stream.
    await watch.#stream.tryNext();
    void watch.#follow();
    return watch;
  }

  /** Resolves when this holds; looks at every change. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** The first claim after so many. */
  async claim(after: number): Promise<Claimed> {
    await this.until(() => this.claims.length > after);
    const claim = this.claims[after];
    if (!claim) throw new TypeError('unreachable');
    return claim;
  }

  close(): Promise<void> {
    return this.#stream.close();
  }

  async #follow(): Promise<void> {
    while (!this.#stream.closed) {
      const change = await this.#stream.next().catch(() => null);
      if (!change) return;
      const { wallTime, updateDescription } = update.parse(change);
      this.#see(wallTime.getTime(), updateDescription.updatedFields);
      for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  #see(at: number, fields: Record<string, unknown>): void {
    this.changes += 1;
    const ended: unknown[] = [RunStatus.Completed, RunStatus.Failed, RunStatus.Cancelled];
    if (ended.includes(fields.status)) this.hasEnded = true;
    if (fields['lease.owner'] === null) this.releases.push(at);
    const owner = ownerOf(fields);
    if (owner !== null) this.claims.push({ pid: Number(owner.split(':')[1]), at });
  }
}

/** Who has just claimed, or null where the change was something else. */
function ownerOf(fields: Record<string, unknown>): string | null {
  const whole = z.object({ owner: z.string() }).safeParse(fields.lease);
  if (whole.success) return whole.data.owner;
  const part = z.string().safeParse(fields['lease.owner']);
  return part.success ? part.data : null;
}

/** Milliseconds, by the database's clock. */
export async function databaseNow({ db }: Database): Promise<number> {
  const { localTime } = z.object({ localTime: z.date() }).parse(await db.command({ hello: 1 }));
  return localTime.getTime();
}
