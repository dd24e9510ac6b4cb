import { z } from 'zod';

/** A host that may be reached though it is private; `port` null stands for all of them. */
export interface AllowedHost {
  readonly host: string;
  readonly port: string | null;
}

const problem = 'must be hosts such as localhost:11434 or ollama.internal, separated by commas';

/** `localhost:11434`, `10.0.0.7`, `[::1]:8080`, as a list. */
export const allowedHosts = z.array(
  z.string().transform((text, context) => {
    const host = hostOf(text);
    if (host) return host;
    context.issues.push({ code: 'custom', message: problem, input: text });
    return z.NEVER;
  }),
);

function hostOf(text: string): AllowedHost | null {
  const [, name = '', port = null] = /^([\w.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i.exec(text) ?? [];
  return URL.canParse(`http://${name}`) ? { host: new URL(`http://${name}`).hostname, port } : null;
}

/** `hostname` and `port` as in a URL: lower case, IPv6 in brackets, no port where it is the protocol's. */
export function isAllowed(
  hosts: readonly AllowedHost[],
  { hostname, port, protocol }: Pick<URL, 'hostname' | 'port' | 'protocol'>,
): boolean {
  const actual = port || (protocol === 'https:' ? '443' : '80');
  return hosts.some((one) => one.host === hostname && (one.port === null || one.port === actual));
}
