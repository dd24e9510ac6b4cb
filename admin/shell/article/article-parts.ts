/** A piece of an article as it stands on its page: text, or the picture of that position. */
export type ArticlePart =
  | { readonly kind: 'text'; readonly html: string }
  | { readonly kind: 'picture'; readonly position: number };

/**
 * Takes sanitised HTML apart where pictures stand: the featured one (0) above all, the n-th below the n-th H2, and
 * those whose heading is missing at the end, as publishing has them. `markNeighbours` says what becomes of links to
 * other articles, which have no address yet.
 */
export function articleParts(html: string, positions: readonly number[]): ArticlePart[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const link of body.querySelectorAll('a')) prepare(link);
  const left = new Set(positions);
  const parts: ArticlePart[] = [];
  const picture = (position: number) => {
    if (left.delete(position)) parts.push({ kind: 'picture', position });
  };
  let text = '';
  const endText = () => {
    if (text.trim() !== '') parts.push({ kind: 'text', html: text });
    text = '';
  };
  picture(0);
  let headings = 0;
  for (const node of body.childNodes) {
    text += node instanceof Element ? node.outerHTML : escaped(node.textContent ?? '');
    if (node.nodeName !== 'H2') continue;
    headings += 1;
    if (!left.has(headings)) continue;
    endText();
    picture(headings);
  }
  endText();
  for (const position of [...left].sort((one, other) => one - other)) picture(position);
  return parts;
}

/** A link to another article has no address before that is published: its words are marked. Others open beside. */
function prepare(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('article:')) {
    const words = document.createElement('span');
    words.className = 'neighbour';
    words.append(...link.childNodes);
    link.replaceWith(words);
    return;
  }
  link.target = '_blank';
  link.rel = 'noreferrer';
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
}
