import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ObjectId } from 'mongodb';

/** Calls of one purpose, such as `outline`: so that the next one's cost can be told. */
export interface PurposeSpending {
  calls: number;
  usd: number;
}

/** US dollars that AI calls have cost, those under way at what they are expected to: of a run, or of an account's month. */
@Entity({ collection: 'ai_spending' })
export class AiSpending {
  /** `run <id>` or `month <account's id> 2025-12`. */
  @PrimaryKey({ type: 'string' })
  _id!: string;

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  /** Null for a month. */
  @Property({ type: 'ObjectId', nullable: true })
  run: ObjectId | null = null;

  @Property({ type: 'double' })
  usd = 0;

  @Property({ type: 'json' })
  purposes: Record<string, PurposeSpending> = {};
}

export function spendingOfRun(run: ObjectId): string {
  return `run ${run.toHexString()}`;
}

/** `month` such as `2025-12`, in UTC. */
export function spendingOfMonth(account: ObjectId, month: string): string {
  return `month ${account.toHexString()} ${month}`;
}
