import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { rememberSite, siteParameter } from '../../data/chosen-site.ts';

/** Has the address name this site, once it is known. The last one named is the one that all pages are about. */
export function useSiteInAddress(id: string | undefined): void {
  const { pathname, search, hash, state } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    // Where somebody has gone on meanwhile, it is told of at the page that they went to.
    const isHere = window.location.pathname === pathname && window.location.search === search;
    if (id === undefined || !isHere) return;
    rememberSite(id);
    const parameters = new URLSearchParams(search);
    if (parameters.get(siteParameter) === id) return;
    parameters.set(siteParameter, id);
    navigate({ pathname, search: `?${parameters}`, hash }, { replace: true, state });
  }, [id, pathname, search, hash, state, navigate]);
}
