import type { Image } from '../../schema/image.ts';
import { escapeHtml, linkTo } from './markup.ts';

/** A picture that lies beside the page. */
export interface PagePicture {
  /** 0 is the featured image; n stands below the n-th H2. */
  readonly position: number;
  readonly alt: string;
  /** Relative to the page, such as `images/coffee-0.jpg`. */
  readonly path: string;
  /** The same as WebP; null where there is none besides. */
  readonly webp: string | null;
  /** Pixels. */
  readonly width: number | null;
  /** Pixels. */
  readonly height: number | null;
}

/** What is known of a picture before it lies beside a page. */
export type StoredImage = Pick<Image, 'position' | 'alt' | 'width' | 'height' | 'mediaKey' | 'fallbackKey'>;

/** A picture as a page shows it, and the files of the media store that it is made of. */
export interface PlacedPicture {
  readonly picture: PagePicture;
  readonly files: readonly { readonly key: string; readonly path: string }[];
}

/** `pathOf` tells where a file of the store is to lie. Null for a picture that is not made yet. */
export function placed(image: StoredImage, pathOf: (key: string) => string): PlacedPicture | null {
  const { position, alt, width, height, mediaKey, fallbackKey } = image;
  if (mediaKey === null) return null;
  const main = { key: mediaKey, path: pathOf(mediaKey) };
  const shown = { position, alt, width, height };
  // Those of before there were two forms have none, whichever they are.
  if (!fallbackKey) return { picture: { ...shown, path: main.path, webp: null }, files: [main] };
  const fallback = { key: fallbackKey, path: pathOf(fallbackKey) };
  return { picture: { ...shown, path: fallback.path, webp: main.path }, files: [main, fallback] };
}

/** Puts each picture below its heading; one whose heading is missing goes to the end. */
export function withPictures(html: string, pictures: readonly PagePicture[]): string {
  const left = new Map(pictures.filter(({ position }) => position > 0).map((one) => [one.position, one]));
  let headings = 0;
  const body = html.replace(/<\/h2\s*>/gi, (tag) => {
    headings += 1;
    const picture = left.get(headings);
    left.delete(headings);
    return picture === undefined ? tag : `${tag}\n${figure(picture)}`;
  });
  return [body, ...[...left.values()].map((picture) => figure(picture))].join('\n');
}

/** `name` is its class, where it has one of its own. */
export function figure(picture: PagePicture, name?: string): string {
  const size = [
    picture.width === null ? '' : ` width="${picture.width}"`,
    picture.height === null ? '' : ` height="${picture.height}"`,
  ].join('');
  const loading = name === undefined ? ' loading="lazy"' : '';
  const opening = name === undefined ? '<figure>' : `<figure class="${name}">`;
  const image = `<img src="${linkTo(picture.path)}" alt="${escapeHtml(picture.alt)}"${size}${loading}>`;
  if (picture.webp === null) return `${opening}${image}</figure>`;
  const webp = `<source srcset="${linkTo(picture.webp)}" type="image/webp">`;
  return `${opening}<picture>${webp}${image}</picture></figure>`;
}
