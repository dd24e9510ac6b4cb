import { useGetList, useGetOne } from 'ra-core';
import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { chosenSite, siteParameter } from '../../data/chosen-site.ts';
import type { SitesQuery } from '../../data/gql/graphql.ts';
import { resource } from '../../data/resource.ts';
import { byName } from './by-name.ts';

export type Site = SitesQuery['sites']['nodes'][number];

/** As many as an account is likely to have; they come by the hundred. */
export const mostSites = 1_000;

/** Always the same. */
const noSites: Site[] = [];

const isId = /^[0-9a-f]{24}$/;

/** How long they are taken as known: others seldom make one. */
const freshMs = 60_000;

export interface SiteChoice {
  /** By name. */
  readonly sites: readonly Site[];
  readonly isPending: boolean;
  /** Why they are not known. */
  readonly error: Error | null;
  /** The one that the address names, else the one last looked at, else the first; none where there is none of these. */
  readonly site: Site | undefined;
  /** True where the address names one that there is not. */
  readonly isUnknown: boolean;
  /**
   * Stays on the page, unless it is a page of one thing of the other site. Whoever stays there with their changes has
   * chosen nothing: the site is remembered once its page is there.
   */
  choose(id: string): void;
}

export function useSite(): SiteChoice {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const {
    data: known = noSites,
    isPending: areUnknown,
    error,
  } = useGetList<Site>(
    resource.sites,
    { pagination: { page: 1, perPage: mostSites }, sort: { field: 'name', order: 'ASC' } },
    // Asked by whatever stands on a page, each as it comes; what changes them in this console says so.
    { staleTime: freshMs },
  );
  const named = new URLSearchParams(search).get(siteParameter);
  const wanted = chosenSite(search);
  // Somebody else may have made it since. An address without a site, as lists write it, is of the last one.
  const isNew = !areUnknown && isId.test(wanted ?? '') && !known.some(({ id }) => id === wanted);
  const { data: added, isLoading } = useGetOne<Site>(
    resource.sites,
    { id: wanted ?? '' },
    { enabled: isNew, staleTime: freshMs, retry: false },
  );
  const sites = useMemo(
    () => (isNew && added ? [...known, added] : [...known]).sort(byName),
    [isNew, added, known],
  );
  const isPending = areUnknown || isLoading;
  const found = sites.find(({ id }) => id === wanted);
  const isUnknown = !isPending && named !== null && !found;
  const choose = useCallback(
    (id: string) => {
      const to = /\/[0-9a-f]{24}(\/|$)/.exec(pathname);
      const page = to ? pathname.slice(0, to.index) : pathname;
      navigate({ pathname: page, search: `?${siteParameter}=${id}` });
    },
    [navigate, pathname],
  );
  return {
    sites,
    isPending,
    error: known.length === 0 ? error : null,
    site: found ?? (isUnknown || isPending ? undefined : sites[0]),
    isUnknown,
    choose,
  };
}
