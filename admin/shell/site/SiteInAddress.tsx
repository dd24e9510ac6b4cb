import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { rememberSite, siteParameter } from '../../data/chosen-site.ts';
import { useSite } from './use-site.ts';

/** Keeps the chosen site in the address, from which lists take it away when they write their own filters. */
export function SiteInAddress() {
  const { site } = useSite();
  const { pathname, search, hash, state } = useLocation();
  const navigate = useNavigate();
  const id = site?.id;
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
  return null;
}
