import { useSite } from './use-site.ts';
import { useSiteInAddress } from './use-site-in-address.ts';

/** Keeps the chosen site in the address, from which lists take it away when they write their own filters. */
export function SiteInAddress() {
  const { site } = useSite();
  useSiteInAddress(site?.id);
  return null;
}
