import { escapeHtml, linkTo } from './markup.ts';

/** A picture that lies beside the page. */
export interface PagePicture {
  /** 0 is the featured image; n stands below the n-th H2. */
  readonly position: number;
  readonly alt: string;
  /** Relative to the page, such as `images/coffee-0.png`. */
  readonly path: string;
  /** Pixels. */
  readonly width: number | null;
  /** Pixels. */
  readonly height: number | null;
}

/** Puts each picture below its heading; one whose heading is missing goes to the end. */
export function withPictures(html: string, pictures: readonly PagePicture[]): string {
  const left = new Map(pictures.filter(({ position }) => position > 0).map((one) => [one.position, one]));
  let headings = 0;
  const placed = html.replace(/<\/h2\s*>/gi, (tag) => {
    headings += 1;
    const picture = left.get(headings);
    left.delete(headings);
    return picture === undefined ? tag : `${tag}\n${figure(picture)}`;
  });
  return [placed, ...[...left.values()].map((picture) => figure(picture))].join('\n');
}

/** `name` is its class, where it has one of its own. */
export function figure(picture: PagePicture, name?: string): string {
  const size = [
    picture.width === null ? '' : ` width="${picture.width}"`,
    picture.height === null ? '' : ` height="${picture.height}"`,
  ].join('');
  const loading = name === undefined ? ' loading="lazy"' : '';
  const opening = name === undefined ? '<figure>' : `<figure class="${name}">`;
  return `${opening}<img src="${linkTo(picture.path)}" alt="${escapeHtml(picture.alt)}"${size}${loading}></figure>`;
}
