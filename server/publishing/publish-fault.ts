import { errors, GalleyError } from '../errors.ts';
import type { Log } from '../log.ts';

/** What is in the way, by the system's codes: its own sentences name folders of the server, which are nobody's business. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'no space is left on the device',
  EACCES: 'the server may not write there',
  EPERM: 'the server may not write there',
  EROFS: 'the server may not write there',
  ENOTDIR: 'there is a file where its folder should be',
  EEXIST: 'there is a file where its folder should be',
  EISDIR: 'there is a folder where a file of it should be',
  ENAMETOOLONG: 'its name is too long',
};

/** PUBLISH_FAILED, in words that anybody may read; the rest is logged. */
export function publishFault(log: Log, slug: string, error: unknown): GalleyError {
  log.error({ err: error, slug }, 'article not published');
  return errors.publishFailed({ slug, reason: reasonOf(error) });
}

function reasonOf(error: unknown): string {
  if (error instanceof GalleyError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? "there was an unexpected error; see the server's log";
}
