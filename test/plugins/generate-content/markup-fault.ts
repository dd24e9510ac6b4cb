/** Elements that HTML does not allow inside a paragraph. */
const blocks = new Set(['p', 'h2', 'h3', 'ul', 'ol', 'li', 'table', 'aside']);

/** What is wrong with a fragment's nesting, or undefined: every element closed in order, no block in a paragraph. */
export function markupFault(html: string): string | undefined {
  const open: string[] = [];
  for (const [tag, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gu)) {
    if (close === '/') {
      if (open.pop() !== name) return `${tag} closes what is not open`;
      continue;
    }
    if (open.includes('p') && blocks.has(name)) return `${tag} stands in a paragraph`;
    if (name === 'li' && !['ul', 'ol'].includes(open.at(-1) ?? '')) return `${tag} stands outside of a list`;
    if (name !== 'br' && name !== 'hr') open.push(name);
  }
  const rest = html.replace(/<\/?[a-z][^<>]*>/gu, '');
  if (/[<>]/u.test(rest)) return 'an angle bracket stands bare';
  return open.length > 0 ? `${open.join(' ')} stay open` : undefined;
}
