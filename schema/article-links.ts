/**
 * How a draft points at another article of its site: by that one's task, as there is no address before it is
 * published, and slugs change. Publishing makes addresses of them.
 */
export function articleHref(task: string): string {
  return `article:${task}`;
}

const link = /<a\b[^>]*?\bhref="article:([^"]*)"[^>]*>([\s\S]*?)<\/a>/g;

/** The tasks of the articles that sanitised HTML points at, each once. */
export function linkedArticles(html: string): string[] {
  return [...new Set([...html.matchAll(link)].map(([, task = '']) => task))];
}

/** Sanitised HTML with an address for each article that it points at; where there is none, the words alone stay. */
export function withAddresses(html: string, addressOf: (task: string) => string | undefined): string {
  return html.replace(link, (_, task: string, words: string) => {
    const address = addressOf(task);
    return address === undefined ? words : `<a href="${escaped(address)}">${words}</a>`;
  });
}

function escaped(address: string): string {
  return address.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;');
}
