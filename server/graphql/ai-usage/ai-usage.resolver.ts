import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AiCall, AiCallStatus } from '../../../schema/ai-call.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import type { Right } from '../../auth/rights.ts';
import type { Context } from '../context.ts';
import { dayIn } from '../day-in.ts';
import {
  AiUsage,
  AiUsageArgs,
  AiUsageBy,
  type AiUsageFilter,
  AiUsageRow,
  type AiUsageTotals,
} from './ai-usage.types.ts';

const monthMs = 30 * 24 * 60 * 60_000;

const sums = {
  calls: 1,
  unusableCalls: { $cond: [{ $eq: ['$status', AiCallStatus.Accepted] }, 0, 1] },
  tokensIn: '$tokensIn',
  tokensOut: '$tokensOut',
  costUsd: '$costUsd',
};
const nothing: AiUsageTotals = { calls: 0, unusableCalls: 0, tokensIn: 0, tokensOut: 0, costUsd: 0 };

@Resolver(() => AiUsageRow)
export class AiUsageResolver {
  @Authorized<Right>('read')
  @Query(() => AiUsage, { description: 'Total AI usage, by day, run, stage and model.' })
  async aiUsage(
    @Args(() => AiUsageArgs) { filter, by, timeZone, first }: AiUsageArgs,
    @Ctx() { documents, engine }: Context,
  ): Promise<AiUsage> {
    const calls = documents.of(AiCall);
    const { from, to, ...which } = filter ?? {};
    const now = engine.now();
    const end = to ?? now;
    const start = from ?? new Date(end.getTime() - monthMs);
    const wanted = { createdAt: { $gte: start, [to ? '$lt' : '$lte']: end }, ...wantedCalls(which) };
    const asked = Object.fromEntries(
      by.map((one) => [one, keyOf(one, timeZone, { from: start, to: end, now })]),
    );
    const sort = {
      ...(by.includes(AiUsageBy.Day) && { day: -1 as const }),
      run: -1,
      stage: 1,
      model: 1,
    } as const;
    const [rows, [total]] = await Promise.all([
      calls.totals(wanted, { by: asked, sums, sort, limit: first + 1 }),
      calls.totals(wanted, { by: {}, sums }),
    ]);
    return {
      rows: rows.slice(0, first).map((row) => Object.assign(new AiUsageRow(), row)),
      hasMore: rows.length > first,
      total: { ...nothing, ...total },
    };
  }

  @FieldResolver(() => AutomationRun, {
    nullable: true,
    description: 'The run; null unless grouped by run.',
  })
  async run(@Root() { run }: AiUsageRow, @Ctx() { documents }: Context): Promise<AutomationRun | null> {
    return run ? documents.of(AutomationRun).load(run) : null;
  }
}

function wantedCalls({ siteId, runId, stage, model }: Omit<AiUsageFilter, 'from' | 'to'>): object {
  return {
    ...(siteId && { site: siteId }),
    ...(runId && { run: runId }),
    ...(stage !== undefined && { stage }),
    ...(model !== undefined && { model }),
  };
}

function keyOf(by: AiUsageBy, timeZone: string, span: Parameters<typeof dayIn>[1]): unknown {
  return by === AiUsageBy.Day ? dayIn(timeZone, span) : `$${by}`;
}
