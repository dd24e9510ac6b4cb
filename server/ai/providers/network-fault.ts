import { errors, type GalleyError } from '../../errors.ts';
import { oversizedCode } from '../capped-fetch.ts';

const unreachable: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'its name cannot be looked up',
  ECONNREFUSED: 'nothing listens at its address',
  EHOSTUNREACH: 'there is no route to its host',
  ENETUNREACH: 'there is no route to its network',
  ETIMEDOUT: 'its host does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'its host does not answer',
};

const untrusted: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  CERT_REVOKED: 'it has been revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'it is self-signed',
  UNABLE_TO_GET_ISSUER_CERT: 'its issuer is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its issuer is not known here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it belongs to another host',
  ERR_SSL_WRONG_VERSION_NUMBER: 'its address begins with https, but it does not speak TLS',
};

/** What Node and undici call a connection that ended before its time. */
const dropped = /ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|ERR_STREAM_PREMATURE_CLOSE/;
const slow = /UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT/;

/** An error and what caused it, down to the first cause. */
export function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let next = error; next && causes.length < 8 && !causes.includes(next); ) {
    causes.push(next);
    const { cause, lastError } = next as { cause?: unknown; lastError?: unknown };
    // Where several addresses of a host were tried, each has its own error.
    next = cause ?? lastError ?? (next instanceof AggregateError ? next.errors[0] : undefined);
  }
  return causes;
}

/** The error of the catalogue for a connection that did not come about, or did not last; undefined for others. */
export function networkFault(causes: readonly unknown[], provider: string): GalleyError | undefined {
  for (const cause of causes) {
    const { code, message } = cause as { code?: unknown; message?: unknown };
    const name = typeof code === 'string' ? code : '';
    const reason = unreachable[name];
    if (reason !== undefined) return errors.aiUnreachable({ provider, reason });
    // As the standard of `fetch` has it: 1, 25 and others are never connected to.
    if (message === 'bad port') return errors.aiUnreachable({ provider, reason: 'its port is not allowed' });
    const distrust = untrusted[name];
    if (distrust !== undefined) return errors.aiCertificate({ provider, reason: distrust });
    if (dropped.test(name) || message === 'terminated' || message === 'other side closed')
      return errors.aiUnavailable({ provider, reason: droppedReason, mayBePaid: true });
    if (name === oversizedCode)
      return errors.aiUnavailable({
        ...{ provider, reason: 'its answer is far too long to be one', mayBePaid: true },
      });
    if (slow.test(name))
      return errors.aiUnavailable({ provider, reason: 'its answer stopped', mayBePaid: true });
  }
  return undefined;
}

export const droppedReason = 'the connection was dropped before its answer was whole';
