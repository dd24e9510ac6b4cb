import { DateTime } from 'luxon';
import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AutomationConfig } from '../../../schema/automation-config.ts';
import { AutomationRun, RunStatus } from '../../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../../schema/content.ts';
import { CreditEntry, EntryKind } from '../../../schema/credit-entry.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { weekMs } from '../../durations.ts';
import type { Context } from '../context.ts';
import { dayIn } from '../day-in.ts';
import type { AccountDocuments } from '../documents.ts';
import { CreditDay, CreditDaysArgs, Overview, type SiteReview, type SiteSchedule } from './overview.types.ts';

const latestFirst = { startedAt: -1 } as const;

@Resolver(() => Overview)
export class OverviewResolver {
  @Authorized<Right>('read')
  @Query(() => Overview, {
    description:
      'What is running, what is waiting for a person, what failed and what comes next, over all sites.',
  })
  async overview(@Ctx() { documents, engine }: Context): Promise<Overview> {
    const runs = documents.of(AutomationRun);
    const weekAgo = new Date(engine.now().getTime() - weekMs);
    const sites = await documents.of(Site).find({}, { sort: { name: 1 } });
    const [active, failed, reviews, schedules] = await Promise.all([
      runs.find(
        { status: { $in: [RunStatus.Running, RunStatus.Paused] } },
        { sort: latestFirst, limit: 100 },
      ),
      runs.find({ status: RunStatus.Failed, startedAt: { $gte: weekAgo } }, { sort: latestFirst, limit: 20 }),
      reviewsOf(documents, sites),
      schedulesOf(documents, sites),
    ]);
    return { active, failed, reviews, schedules };
  }

  @FieldResolver(() => [AutomationRun], {
    description: 'Of `failed`, those after which their site has had no other run: what it is at now.',
  })
  async lastFailed(@Root() { failed }: Overview, @Ctx() { documents }: Context): Promise<AutomationRun[]> {
    return lastOf(documents, failed);
  }

  @Authorized<Right>('read')
  @Query(() => [CreditDay], {
    description: 'What batches cost, day by day, the earliest first, including days without any.',
  })
  async creditDays(
    @Args(() => CreditDaysArgs) { days, timeZone }: CreditDaysArgs,
    @Ctx() { documents, engine }: Context,
  ): Promise<CreditDay[]> {
    const now = engine.now();
    const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
    const first = today.minus({ days: days - 1 });
    const day = dayIn(timeZone, { from: first.toJSDate(), to: now, now });
    const rows = await documents
      .of(CreditEntry)
      .totals(
        { kind: EntryKind.Charge, createdAt: { $gte: first.toJSDate() } },
        { by: { day }, sums: { amount: '$amount' } },
      );
    const spent = new Map(rows.map((row) => [row.day, Number(row.amount)]));
    return Array.from({ length: days }, (_, index) => {
      const name = first.plus({ days: index }).toISODate() ?? '';
      return { day: name, used: Math.abs(spent.get(name) ?? 0) };
    });
  }
}

/** Of runs, the latest first: each site's latest, where it has had no other since. */
async function lastOf(documents: AccountDocuments, runs: readonly AutomationRun[]): Promise<AutomationRun[]> {
  const latest = [...Map.groupBy(runs, ({ site }) => `${site}`).values()].flatMap(([run]) => run ?? []);
  if (latest.length === 0) return [];
  const since = latest.map(({ site, startedAt }) => ({ site, startedAt: { $gt: startedAt } }));
  const rows = await documents
    .of(AutomationRun)
    .totals({ $or: since }, { by: { site: '$site' }, sums: { runs: 1 } });
  const overtaken = new Set(rows.map(({ site }) => `${site}`));
  return latest.filter(({ site }) => !overtaken.has(`${site}`));
}

async function reviewsOf(documents: AccountDocuments, sites: readonly Site[]): Promise<SiteReview[]> {
  const ids = sites.map(({ _id }) => _id);
  const rows = await documents
    .of(Content)
    .totals(
      { site: { $in: ids }, status: ContentStatus.Review },
      { by: { site: '$site' }, sums: { drafts: 1 } },
    );
  const drafts = new Map(rows.map((row) => [`${row.site}`, Number(row.drafts)]));
  return sites.flatMap((site) => {
    const count = drafts.get(`${site._id}`);
    return count === undefined ? [] : [{ site, drafts: count }];
  });
}

async function schedulesOf(documents: AccountDocuments, sites: readonly Site[]): Promise<SiteSchedule[]> {
  const configs = await documents.of(AutomationConfig).find({ site: { $in: sites.map(({ _id }) => _id) } });
  const bySite = new Map(configs.map(({ site, schedule }) => [`${site}`, schedule]));
  const found = sites.flatMap((site) => {
    const schedule = bySite.get(`${site._id}`);
    return schedule && (schedule.enabled || schedule.pausedReason !== null) ? [{ site, schedule }] : [];
  });
  const time = ({ schedule }: SiteSchedule) => schedule.nextRunAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return found.sort((one, other) => time(one) - time(other) || 0);
}
