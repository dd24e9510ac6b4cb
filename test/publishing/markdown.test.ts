import { describe, expect, it } from 'vitest';
import { sanitisedHtml } from '../../schema/article-html.ts';
import { Content } from '../../schema/content.ts';
import { Site } from '../../schema/site.ts';
import { articleMarkdown } from '../../server/publishing/markdown.ts';
import type { PagePicture } from '../../server/publishing/pictures.ts';

const site = Object.assign(new Site(), { name: 'Bean & Brew', language: 'en' });

/** What is below the front matter of an article that somebody wrote so. */
function written(html: string, pictures: readonly PagePicture[] = []): string {
  return published(sanitisedHtml(html), pictures);
}

/** The same of one that was stored so. */
function published(html: string, pictures: readonly PagePicture[] = []): string {
  const content = Object.assign(new Content(), { title: 'Cold Brew', html });
  const markdown = articleMarkdown({ site, content, images: [], slugs: new Map() }, pictures);
  return markdown.split('\n---\n\n').at(-1)?.trimEnd() ?? '';
}

const evil = '&lt;img src=x onerror=alert(1)&gt;';
const inert = '&lt;img src=x onerror=alert(1)>';

describe('text that speaks of HTML', () => {
  it.each([
    ['a paragraph', `<p>Hi ${evil}</p>`, `Hi ${inert}`],
    ['a heading', `<h2>${evil}</h2>`, `## ${inert}`],
    ['a list', `<ul><li>${evil}</li></ul>`, `-   ${inert}`],
    ['emphasis', `<p><em>${evil}</em></p>`, `*${inert}*`],
    ['a link', `<p><a href="https://a.example">${evil}</a></p>`, `[${inert}](https://a.example)`],
    ['preformatted text', `<pre>${evil}\n\n${evil}</pre>`, fenced('<img src=x onerror=alert(1)>', 2)],
    ['a table', `<table><tr><td>${evil}</td></tr></table>`, expect.stringContaining('<td>&lt;img ')],
  ])('stays text in %s', (_, html, markdown) => {
    expect(written(html)).toEqual(markdown);
  });

  it('means the same once it is read: an entity that was written out is no entity', () => {
    expect(written('<p>&amp;lt;b&amp;gt; is written so; R&amp;D, A &amp; B</p>')).toBe(
      '&amp;lt;b&amp;gt; is written so; R&amp;D, A & B',
    );
  });

  it("stays text in what a picture shows, on the picture's one line", () => {
    const alt = 'a [cup]\n\n<script>alert(1)</script> & "more"';
    const picture = { position: 0, alt, path: '0-cup.jpg', webp: null, width: null, height: null };
    expect(written('<p>Any.</p>', [picture])).toBe(
      '![a \\[cup\\] &lt;script>alert(1)&lt;/script> & "more"](0-cup.jpg)\n\nAny.',
    );
  });

  it("stays text in a link's title, and no address breaks out of its link", () => {
    const title = 'an &quot;old&quot;\n\n&lt;script&gt;';
    expect(written(`<p><a href="https://a.example/" title="${title}">a</a></p>`)).toBe(
      '[a](https://a.example/ "an \\"old\\" &lt;script>")',
    );
    expect(
      written('<p><a href="https://a.example/(\\&lt;img src=x&gt;?b=1&amp;amp;=2&amp;c=3">a</a></p>'),
    ).toBe('[a](https://a.example/\\(%5C%3Cimg%20src=x%3E?b=1&amp;amp;=2&c=3)');
  });
});

describe('code', () => {
  it('is shown as it is', () => {
    expect(written('<p>Write <code>a &amp;amp; *</code>.</p>')).toBe('Write `a &amp; *`.');
    expect(written('<p>Write <code>&lt;b&gt;_</code>.</p>')).toBe('Write <code>&lt;b>\\_</code>.');
    expect(written('<pre><code>&lt;b&gt;\n  &amp;amp; *\n</code></pre>')).toBe('```\n<b>\n  &amp; *\n```');
    expect(written('<ul><li>a<pre>&lt;b&gt;\n\nc</pre></li></ul>')).toBe(
      '-   a\n    \n    ```\n    <b>\n    \n    c\n    ```',
    );
  });

  it('is safe without its marks, which something beside it may take away', () => {
    expect(written(`<p>https://a.example/<code>${evil}</code></p>`)).toBe(
      `https://a.example/<code>${inert}</code>`,
    );
    expect(written(`<p><code>a\`b\`\`c</code><code>${evil}</code></p>`)).toBe(
      `<code>a\\\`b\\\`\\\`c</code><code>${inert}</code>`,
    );
  });

  it('of several lines ends where it ends, not at a line of it that looks like an end', () => {
    expect(written(`<pre><code>a\n  \`\`\`\n${evil}</code></pre>`)).toBe(
      '````\na\n  ```\n<img src=x onerror=alert(1)>\n````',
    );
  });

  it.each([
    ['a heading', (code: string) => `<h2>b ${code}</h2>`],
    ['emphasis', (code: string) => `<strong> ${code}</strong>`],
    ['a link', (code: string) => `<a href="https://a.example"> ${code}</a>`],
    ['a line, beside an item that is in no list', (code: string) => `b<li>${code}</li>`],
    ['a list, beside its items', (code: string) => `<ul>b<li>${code}</li></ul>`],
  ])('of several lines is kept as HTML where it stands in %s', (_, within) => {
    expect(written(within(`<pre>[a]\n\n${evil}</pre>`))).toContain(
      '<pre>&#91;a&#93;&#10;&#10;&lt;img src=x onerror=alert(1)&gt;</pre>',
    );
  });
});

describe('what is kept as HTML', () => {
  it('is one line, so that nothing in it is read as Markdown', () => {
    const cell = `<a href="https://a.example/" title="a\n\n${evil}">b</a><pre>c\n\n[d](javascript:alert(1))</pre>`;
    expect(written(`<p>a</p><table><tr><td>${cell}</td></tr></table><p>e</p>`)).toMatch(
      /^a\n\n<table>.*title="a&#10;&#10;.*<pre>c&#10;&#10;\[d\].*<\/table>\n\ne$/,
    );
    expect(written(`<dl><dt>${evil}</dt><dd>b</dd></dl>`)).toMatch(/^<dl><dt>&lt;img .*<\/dl>$/);
  });

  it('has no sign of Markdown where it does not begin a line', () => {
    expect(written('<strong> <table><tr><td>[d](javascript:alert(1))</td></tr></table></strong>')).toContain(
      '<td>&#91;d&#93;(javascript:alert(1))</td>',
    );
  });
});

function fenced(line: string, times: number): string {
  return `\`\`\`\n${Array.from({ length: times }, () => line).join('\n\n')}\n\`\`\``;
}

describe('elements within each other', () => {
  it.each(['<ul><li>x', '<blockquote>x', '<em>x'])(
    'are there at once, however deep %s was stored once',
    (html) => {
      const words = published(html.repeat(20_000)).replace(/[^x]/g, '');
      expect(words).toHaveLength(20_000);
    },
  );
});
