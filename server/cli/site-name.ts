import { basename, extname } from 'node:path';

/** What the site of a keyword file is called where nobody says: in the form in which it can be typed again. */
export function siteNameOf(file: string): string {
  return basename(file, extname(file)).normalize('NFC').trim();
}
