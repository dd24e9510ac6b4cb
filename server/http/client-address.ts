import type { IncomingMessage } from 'node:http';

/**
 * Address of whoever sent a request, with so many reverse proxies before us: each adds the address it was asked from
 * at the end of X-Forwarded-For, and what stands before those anybody may have written.
 */
export function clientAddress({ headers, socket }: IncomingMessage, proxies: number): string {
  const told = [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',');
  const chain = [...told.map((address) => address.trim()).filter(Boolean), socket.remoteAddress ?? ''];
  return chain.at(-1 - proxies) ?? chain[0] ?? '';
}

/** Whom an address counts as: of IPv6, whoever has one address has its whole /64. */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const end = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - end.length)).fill('0');
  return `${[...groups, ...gap, ...end].slice(0, 4).join(':')}::/64`;
}
