import ipaddr from 'ipaddr.js';

/** Of the IPv6 addresses, those that are given to anybody: what is outside of it leads to special places at best. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public Internet: to no machine or network of ours, and to no purpose of its
 * own. IPv4 in IPv6 counts as what it is; in a tunnel's or a translator's address it is refused, whatever it is.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}
