import { useGetList } from 'ra-core';
import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { chosenSite, rememberSite, siteParameter } from '../../data/chosen-site.ts';
import type { SitesQuery } from '../../data/gql/graphql.ts';
import { resource } from '../../data/resource.ts';

export type Site = SitesQuery['sites']['nodes'][number];

/** As many as an account is likely to have; they come by the hundred. */
const mostSites = 1_000;

export interface SiteChoice {
  readonly sites: readonly Site[];
  readonly isPending: boolean;
  /** The one that the address names, else the one last looked at, else the first; none where there is none of these. */
  readonly site: Site | undefined;
  /** True where the address names one that there is not. */
  readonly isUnknown: boolean;
  /** Stays on the page, unless it is a page of one thing of the other site. */
  choose(id: string): void;
}

export function useSite(): SiteChoice {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { data: sites = [], isPending } = useGetList<Site>(resource.sites, {
    pagination: { page: 1, perPage: mostSites },
    sort: { field: 'name', order: 'ASC' },
  });
  const named = new URLSearchParams(search).get(siteParameter);
  const wanted = chosenSite(search);
  const found = sites.find(({ id }) => id === wanted);
  const isUnknown = !isPending && named !== null && !found;
  const choose = useCallback(
    (id: string) => {
      rememberSite(id);
      const to = /\/[0-9a-f]{24}(\/|$)/.exec(pathname);
      const page = to ? pathname.slice(0, to.index) : pathname;
      navigate({ pathname: page, search: `?${siteParameter}=${id}` });
    },
    [navigate, pathname],
  );
  return { sites, isPending, site: found ?? (isUnknown ? undefined : sites[0]), isUnknown, choose };
}
