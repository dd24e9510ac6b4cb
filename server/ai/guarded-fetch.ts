/**
 * The way to an AI host that a user has named: to the public Internet alone, or to what ALLOW_PRIVATE_AI_HOSTS names.
 * Addresses are looked at where the connection is made: a name that is looked up twice and answers differently the
 * second time gains nothing by it.
 */
import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { Agent } from 'undici';
import { errors, GalleyError } from '../errors.ts';
import { type AllowedHost, isAllowed } from './allowed-hosts.ts';
import { isPublicAddress } from './public-address.ts';

type Fetch = typeof fetch;

export interface GuardedFetchOptions {
  readonly allowed: readonly AllowedHost[];
  /** How names become addresses: the system's way by default. */
  readonly lookup?: LookupFunction;
}

/** A `fetch` that throws AI_HOST_REFUSED where the way leads elsewhere, and for every redirect. */
export function createGuardedFetch({ allowed, lookup = systemLookup }: GuardedFetchOptions): Fetch {
  let dispatcher: Promise<Agent> | undefined;
  return async (input, init) => {
    checkUrl(new URL(input instanceof Request ? input.url : input));
    dispatcher ??= openDispatcher({ allowed, lookup });
    const agent = asNodes(await dispatcher);
    try {
      const response = await fetch(input, { ...init, redirect: 'manual', dispatcher: agent });
      if (response.status < 300 || response.status > 399 || !response.headers.has('location'))
        return response;
      await response.body?.cancel();
      throw errors.aiHostRefused({ host: new URL(response.url).host, problem: 'it answers with a redirect' });
    } catch (error) {
      // What the dispatcher throws comes as the cause of a "fetch failed".
      if (error instanceof Error && error.cause instanceof GalleyError) throw error.cause;
      throw error;
    }
  };
}

/** Its library is loaded when the first host is asked: most commands ask none. */
async function openDispatcher({ allowed, lookup }: Required<GuardedFetchOptions>): Promise<Agent> {
  const { Agent, buildConnector } = await import('undici');
  const publicOnly = buildConnector({ lookup: publicLookup(lookup) });
  const anywhere = buildConnector({ lookup });
  return new Agent({
    connect(options, callback) {
      const hostname = bracketed(options.hostname);
      if (isAllowed(allowed, { ...options, hostname })) return anywhere(options, callback);
      const refused = refusedLiteral(hostname);
      if (refused) return callback(refused, null);
      return publicOnly(options, callback);
    },
  });
}

/** Refuses at once what would be refused later: so that a setting need not wait for its first call. */
export async function checkAiHost(
  address: string,
  { allowed, lookup = systemLookup }: GuardedFetchOptions,
): Promise<void> {
  const url = new URL(address);
  checkUrl(url);
  if (isAllowed(allowed, url)) return;
  const refused = refusedLiteral(url.hostname);
  if (refused) throw refused;
  if (isLiteral(url.hostname)) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  publicLookup(lookup)(url.hostname, { all: true }, (error) => (error ? reject(error) : resolve()));
  await promise.catch((error: NodeJS.ErrnoException) => {
    if (error instanceof GalleyError) throw error;
    throw errors.aiHostRefused({ host: url.host, problem: `its name is not known (${error.code})` });
  });
}

/** Node's own `fetch` takes the package's agents, though the types of the two are not the same. */
function asNodes(agent: Agent): NonNullable<RequestInit['dispatcher']> {
  return agent as unknown as NonNullable<RequestInit['dispatcher']>;
}

function checkUrl({ protocol, host, username, password }: URL): void {
  if (protocol !== 'http:' && protocol !== 'https:')
    throw errors.aiHostRefused({ host: host || protocol, problem: 'it is not reached over http or https' });
  if (username !== '' || password !== '')
    throw errors.aiHostRefused({ host, problem: 'its address has a user or a password in it' });
}

/** A literal is not looked up, so that it is judged by itself. Any other spelling of it `URL` has undone. */
function refusedLiteral(hostname: string): GalleyError | null {
  if (!isLiteral(hostname) || isPublicAddress(unbracketed(hostname))) return null;
  return errors.aiHostRefused({ host: hostname, problem: notPublic });
}

/** One private address among several is enough to refuse: which of them is taken is not ours to say. */
function publicLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (error || !first)
        return callback(error ?? errors.aiHostRefused({ host: hostname, problem: notPublic }), []);
      if (!addresses.every(({ address }) => isPublicAddress(address)))
        return callback(errors.aiHostRefused({ host: hostname, problem: notPublic }), []);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

const notPublic = 'it is not a public address';

function isLiteral(hostname: string): boolean {
  return isIP(unbracketed(hostname)) !== 0;
}

function unbracketed(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function bracketed(hostname: string): string {
  return isIP(unbracketed(hostname)) === 6 ? `[${unbracketed(hostname)}]` : hostname;
}
