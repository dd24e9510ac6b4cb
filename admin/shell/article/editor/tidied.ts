/** Elements in which Tiptap has every text in a paragraph of its own. */
const holders = 'li, td, th, dd';

/** What the editor makes, as articles are written: no paragraph around the only text of a list's item or a cell. */
export function tidied(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const holder of body.querySelectorAll(holders)) {
    const [first] = holder.children;
    const paragraphs = [...holder.children].filter(({ tagName }) => tagName === 'P');
    if (first?.tagName === 'P' && paragraphs.length === 1) first.replaceWith(...first.childNodes);
  }
  return body.innerHTML;
}
