import TurndownService from 'turndown';

/** What we ask of an element of the converter's; besides that, the compiler knows no pages here. */
interface ElementOfArticle {
  readonly nodeName: string;
  readonly outerHTML: string;
  readonly textContent: string | null;
  readonly parentNode: ElementOfArticle | null;
  readonly previousSibling: ElementOfArticle | null;
  getAttribute(name: string): string | null;
}
declare global {
  interface HTMLElement extends ElementOfArticle {}
}

/**
 * HTML of an article as Markdown. Readers of Markdown take HTML in it for what it is, so that text must not become
 * any: what speaks of tags stays text in every place, and no code or address ends before its end, wherever it stands.
 */
export function markdownOf(html: string): string {
  const markdown = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
    keepReplacement: (_, node) => block(kept(node)),
  });
  const plain = markdown.escape.bind(markdown);
  const text = (value: string) =>
    plain(value)
      .replace(/&(?!\s)/g, '&amp;')
      .replace(/</g, '&lt;');
  const attribute = (node: ElementOfArticle, name: string) =>
    text((node.getAttribute(name) ?? '').replace(/\s+/g, ' ').trim());
  markdown.escape = text;
  markdown.addRule('link', {
    filter: (node) => node.nodeName === 'A' && node.getAttribute('href') !== null,
    replacement(content, node) {
      const title = attribute(node, 'title').replace(/"/g, '\\"');
      return `[${content}](${destination(node, 'href')}${title && ` "${title}"`})`;
    },
  });
  markdown.addRule('picture', {
    filter: 'img',
    replacement: (_, node) => `![${attribute(node, 'alt')}](${destination(node, 'src')})`,
  });
  markdown.addRule('code', {
    filter: 'code',
    replacement(_, node) {
      const code = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      // The marks may be taken from it by what stands beside it, such as other marks or an address.
      return /[<`]/.test(code) ? `<code>${text(code)}</code>` : `\`${code}\``;
    },
  });
  markdown.addRule('lines of code', {
    filter: 'pre',
    replacement: (_, node) => block(beginsLine(node) ? fenced(node.textContent ?? '') : kept(node)),
  });
  // Markdown has no form of its own for these that is understood everywhere, and takes HTML for what it is.
  return markdown.keep(['table', 'dl']).turndown(html);
}

function block(markdown: string): string {
  return `\n\n${markdown}\n\n`;
}

/** Whether it stands where Markdown has whole lines, and not in a heading, say, or beside an item in a list. */
function beginsLine({ parentNode, previousSibling, nodeName }: ElementOfArticle): boolean {
  if (!parentNode || nodeName === 'X-TURNDOWN') return true;
  if (nodeName === 'LI') {
    if (!/^[OU]L$/.test(parentNode.nodeName)) return false;
    if (previousSibling && previousSibling.nodeName !== 'LI') return false;
  }
  return /^([OU]L|LI|BLOCKQUOTE|ASIDE|X-TURNDOWN)$/.test(parentNode.nodeName) && beginsLine(parentNode);
}

/** On one line, so that it is HTML to its end; within a line of other things, without a sign that Markdown knows. */
function kept(node: ElementOfArticle): string {
  const signs = beginsLine(node) ? /[\r\n]/g : /[\r\n\\`*_~![\]]/g;
  return node.outerHTML.replace(signs, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** An address as it may stand between parentheses. */
function destination(node: ElementOfArticle, name: string): string {
  return (node.getAttribute(name) ?? '')
    .replace(/[\s\p{Cc}<>\\"`]/gu, encodeURIComponent)
    .replace(/[()]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

/** Between fences that are longer than any row of backticks in it. */
function fenced(code: string): string {
  const rows = (code.match(/`+/g) ?? []).map((row) => row.length);
  const fence = '`'.repeat(Math.max(2, ...rows) + 1);
  return `${fence}\n${code.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n${fence}`;
}
