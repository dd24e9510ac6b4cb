import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { articlePage } from '../../../server/cli/html/article-page.ts';
import { indexPage } from '../../../server/cli/html/index-page.ts';
import { languageAttributes } from '../../../server/publishing/markup.ts';
import { contentWith, pictureAt, site } from './shown-content.ts';

const attack = `"><script>alert('1')</script><img src=x onerror=alert(2)>`;

/** Every element of a page with its attributes, as a parser reads them. */
function elementsOf(html: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: {
      '*': (name, attributes) => {
        found.push({ name, attributes });
        return { tagName: name, attribs: attributes };
      },
    },
  });
  return found;
}

describe("an article's page", () => {
  const html = articlePage(contentWith(), [pictureAt(0), pictureAt(1), pictureAt(2)], site);

  it('has the title, the lead, the text and the language of the site', () => {
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<title>Coffee Bean Buying Guide</title>');
    expect(html).toContain('<h1 dir="auto">Ultimate Coffee Bean Buying Guide</h1>');
    expect(html).toContain('<p dir="auto" class="lead">How to choose beans that suit your brewer.</p>');
    expect(html).toContain('<p dir="auto">Light or dark.</p>');
  });

  it('tells search engines and other sites what it is, and to stay away while it is a draft', () => {
    const metas = elementsOf(html).filter(({ name }) => name === 'meta');
    const named = (key: string) =>
      metas.find(({ attributes }) => attributes.name === key || attributes.property === key)?.attributes
        .content;
    expect(named('description')).toBe('Choose coffee beans by roast, origin and freshness.');
    expect(named('og:title')).toBe('Coffee Bean Buying Guide');
    expect(named('og:image')).toBe('images/p-0.png');
    expect(named('robots')).toBe('noindex');
    expect(named('viewport')).toContain('width=device-width');
  });

  it('shows the featured picture above the text and each other one below its heading', () => {
    const at = (text: string) => html.indexOf(text);
    const order = [
      '</h1>',
      'images/p-0.png" alt',
      '>Good',
      '>Roast</h2>',
      'p-1.png',
      '>Light',
      '>Origin</h2>',
      'p-2.png',
    ];
    expect(order.map(at)).toEqual(order.map(at).sort((a, b) => a - b));
    expect(order.map(at)).not.toContain(-1);
  });

  it('keeps a picture whose heading a person has deleted', () => {
    const page = articlePage(contentWith(), [pictureAt(7)], site);
    expect(page.indexOf('images/p-7.png')).toBeGreaterThan(page.indexOf('Far away.'));
  });

  it('does without pictures where there are none', () => {
    expect(articlePage(contentWith(), [], site)).not.toContain('<img');
  });

  it('marks sample text plainly, and only that', () => {
    expect(articlePage(contentWith({ sample: true }), [], site)).toContain('<strong>Sample text.</strong>');
    expect(html).not.toContain('Sample text');
  });

  it('says once that it is a sample, where its text does not say so itself', () => {
    const told = '<aside class="sample"><p><strong>Beispiel.</strong> Ohne KI.</p></aside>';
    const page = articlePage(contentWith({ sample: true, html: `${told}<p>Gut.</p>` }), [], site);
    expect(page).toContain('<strong>Beispiel.</strong> Ohne KI.');
    expect(page).not.toContain('class="note"');
  });

  it.each(['title', 'excerpt', 'metaTitle', 'metaDescription', 'slug'] as const)(
    'takes nothing in its %s for markup',
    (field) => {
      const page = articlePage(contentWith({ [field]: attack }), [], site);
      const names = elementsOf(page).map(({ name }) => name);
      expect(names).not.toContain('script');
      expect(names).not.toContain('img');
    },
  );

  it('takes nothing in keywords, alt texts, paths and names of sites for markup', () => {
    const picture = pictureAt(0, { alt: attack, path: `images/${attack}.png` });
    const page = articlePage(contentWith({ keywords: [attack] }), [picture], {
      name: attack,
      language: attack,
    });
    const elements = elementsOf(page);
    expect(elements.map(({ name }) => name)).not.toContain('script');
    expect(elements.filter(({ name }) => name === 'img')).toHaveLength(1);
    for (const { attributes } of elements) expect(attributes).not.toHaveProperty('onerror');
  });

  it('may load nothing but pictures', () => {
    expect(html).toContain(`content="default-src 'none'; img-src `);
    expect(elementsOf(html).map(({ name }) => name)).not.toContain('link');
  });

  it('reads in the dark and in the light', () => {
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });
});

describe('a text in another direction than its page', () => {
  const arabic = { name: 'Site', language: 'ar' };
  const html = '<p>Read on.</p><ul><li>One</li><li><p>Two</p></li></ul><table><tr><td>Cup</td></tr></table>';

  it('has its own, in a draft, its facts and its lists', () => {
    const page = articlePage(contentWith({ html, keywords: ['قهوة'] }), [], arabic);
    expect(page).toContain('<html lang="ar" dir="rtl">');
    for (const text of ['Ultimate', 'Read on', 'Two', 'Cup', 'قهوة', 'ultimate-coffee'])
      expect(page).toMatch(new RegExp(`<(h1|p|li|td|dd) dir="auto"[^>]*>${text}`, 'u'));
    expect(page).toContain('<ul dir="auto"><li>One');
    expect(page).toContain('<dd><ul class="tags"><li dir="auto">');
  });

  it('has its own on the cards of a list, which keep the page’s, and what has one keeps it', () => {
    const entries = [{ content: contentWith({ sample: true }), file: 'a.html', featured: null }];
    const page = indexPage('run_1', arabic, entries);
    expect(page).toContain('<h2 dir="auto"><a href="a.html">Ultimate');
    expect(page).toContain('<li class="card">');
    expect(page).toContain('<p class="note" lang="en" dir="ltr">');
  });
});

describe('the language of a page', () => {
  it.each([
    ['de', 'lang="de"'],
    ['pt-BR', 'lang="pt-BR"'],
    ['ja', 'lang="ja"'],
    ['ar', 'lang="ar" dir="rtl"'],
    ['he', 'lang="he" dir="rtl"'],
    ['no language', 'lang="en"'],
    ['', 'lang="en"'],
  ])('of %j is given as %s', (language, attributes) => {
    expect(languageAttributes(language)).toBe(attributes);
  });
});

describe('the index of a run', () => {
  const entries = [
    { content: contentWith(), file: 'guide.html', featured: pictureAt(0) },
    {
      content: contentWith({ title: 'Tea & Co', sample: true, wordCount: 766 }),
      file: 'お茶.html',
      featured: null,
    },
  ];
  const html = indexPage('run_20251203_140523_manual', site, entries);

  it('links every article, with its picture where it has one', () => {
    const elements = elementsOf(html);
    const links = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href);
    expect(links).toEqual(['guide.html', `${encodeURIComponent('お茶')}.html`]);
    expect(elements.filter(({ name }) => name === 'img')).toHaveLength(1);
    expect(html).toContain('>Tea &amp; Co</a>');
  });

  it('sums up what was written', () => {
    expect(html).toContain('2 drafts · 2,000 words · run_20251203_140523_manual');
    expect(html).toContain('<h1 dir="auto">Bean &amp; Brew</h1>');
    expect(html).toContain('Sample text.');
  });

  it('says so when nothing was written', () => {
    expect(indexPage('run_1', site, [])).toContain('This run wrote no articles.');
  });
});
