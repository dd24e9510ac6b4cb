import type { SiteRowFragment } from '../data/gql/graphql.ts';
import { useOverview } from '../shell/overview/use-overview.ts';
import { useSite } from '../shell/site/use-site.ts';

/** A site and what it is at. */
export interface SiteState extends SiteRowFragment {
  /** In the order of names. */
  readonly place: number;
  /** Its active run, or its last one if that failed of late, which has no percent; null where there is neither. */
  readonly run: { readonly id: string; readonly status: string; readonly percent: number | null } | null;
  /** Of that run; empty where there is none: what is sorted by must compare. */
  readonly status: string;
  /** How many of its drafts are in review. */
  readonly drafts: number;
  /** Likewise empty. */
  readonly nextRunAt: string;
  /** Why its schedule has paused itself. */
  readonly pausedReason: string | null;
}

/** All sites by name; what they are at follows a moment later. */
export function useSiteStates(): { readonly states: SiteState[]; readonly isPending: boolean } {
  const { sites, isPending } = useSite();
  const { data } = useOverview();
  const runs = new Map(
    [
      ...(data?.lastFailed ?? []).map(({ id, site }) => ({
        site,
        run: { id, status: 'FAILED', percent: null },
      })),
      ...(data?.active ?? []).map(({ id, site, status, percent }) => ({
        site,
        run: { id, status, percent },
      })),
    ].map(({ site, run }) => [site.id, run]),
  );
  const drafts = new Map(data?.reviews.map((review) => [review.site.id, review.drafts]));
  const schedules = new Map(data?.schedules.map(({ site, schedule }) => [site.id, schedule]));
  const states = sites.map((site, place) => ({
    ...site,
    place,
    run: runs.get(site.id) ?? null,
    status: runs.get(site.id)?.status ?? '',
    drafts: drafts.get(site.id) ?? 0,
    nextRunAt: schedules.get(site.id)?.nextRunAt ?? '',
    pausedReason: schedules.get(site.id)?.pausedReason ?? null,
  }));
  return { states, isPending };
}
