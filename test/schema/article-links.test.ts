import { describe, expect, it } from 'vitest';
import { plainText, sanitisedHtml } from '../../schema/article-html.ts';
import { articleHref, linkedArticles, withAddresses } from '../../schema/article-links.ts';

const [one, two] = ['64b000000000000000000001', '64b000000000000000000002'];
const html = sanitisedHtml(
  `<p>See <a title="t" href="${articleHref(one)}">the <em>kettles</em></a>, <a href="${articleHref(two)}">pots</a>, <a href="${articleHref(one)}">again</a> and <a href="https://example.com">more</a>.</p>`,
);

describe('links from an article to others of its site', () => {
  it('outlive the sanitiser, and tell which articles they point at', () => {
    expect(linkedArticles(html)).toEqual([one, two]);
  });

  it('become addresses where there are some, and plain words where there are none', () => {
    const addresses: Record<string, string> = { [one]: '../kettles/?a=1&b="2"' };
    expect(withAddresses(html, (task) => addresses[task])).toBe(
      '<p>See <a href="../kettles/?a=1&amp;b=&quot;2&quot;">the <em>kettles</em></a>, pots, <a href="../kettles/?a=1&amp;b=&quot;2&quot;">again</a> and <a href="https://example.com">more</a>.</p>',
    );
  });

  it('leave nothing behind but their words, whatever a person has written into them', () => {
    const odd = sanitisedHtml('<p><a href="article:">a</a><a href="article:../x">b</a></p>');
    expect(withAddresses(odd, () => undefined)).toBe('<p>ab</p>');
    expect(plainText(odd)).toBe('a b');
  });
});
