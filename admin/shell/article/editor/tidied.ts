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
  for (const cell of body.querySelectorAll('td, th')) {
    for (const span of ['colspan', 'rowspan']) {
      if (cell.getAttribute(span) === '1') cell.removeAttribute(span);
    }
  }
  for (const table of body.querySelectorAll('table')) tidyTable(table);
  return body.innerHTML;
}

function tidyTable(table: HTMLTableElement): void {
  table.removeAttribute('style');
  for (const columns of table.querySelectorAll('colgroup')) columns.remove();
  const [row] = table.rows;
  if (row && [...row.cells].every(({ tagName }) => tagName === 'TH')) {
    for (const cell of row.cells) cell.setAttribute('scope', 'col');
    table.createTHead().append(row);
  }
  const { caption } = table.dataset;
  if (caption) table.createCaption().textContent = caption;
  table.removeAttribute('data-caption');
}
