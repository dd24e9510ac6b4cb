import { describe, expect, it } from 'vitest';
import { escaped, sanitised } from '../../../plugins/generate-content/html.ts';
import { plainText } from '../../../schema/article-html.ts';

describe('sanitising what a model wrote', () => {
  it.each([
    ['a script with its text', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['a script in odd case, unclosed', '<p>a</p><ScRiPt src=//evil>alert(1)', '<p>a</p>'],
    ['a frame', '<p>a</p><iframe src="https://evil.example">text</iframe>', '<p>a</p>'],
    ['an event handler', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['a picture with an error handler', '<p>a<img src=x onerror=alert(1)></p>', '<p>a</p>'],
    ['a javascript link', '<p><a href="javascript:alert(1)">a</a></p>', '<p>a</p>'],
    ['a javascript link in disguise', '<p><a href=" java\tscript:alert(1)">a</a></p>', '<p>a</p>'],
    ['a data link', '<p><a href="data:text/html,x">a</a></p>', '<p>a</p>'],
    ['a link without a scheme', '<p><a href="//evil.example">a</a></p>', '<p>a</p>'],
    ['style', '<p style="position:fixed" class="x" id="y">a</p><style>p{}</style>', '<p>a</p>'],
    ['svg with a script', '<p>a</p><svg><script>alert(1)</script></svg>', '<p>a</p>'],
    ['unknown elements, but not their text', '<blink>a</blink><custom-tag>b</custom-tag>', 'ab'],
    ['a form', '<form action="/x"><input name="a"><button>go</button></form>', 'go'],
    ['a comment', '<p>a<!-- <script>alert(1)</script> --></p>', '<p>a</p>'],
    ['empty paragraphs', '<p>a</p><p> </p><p></p>', '<p>a</p>'],
    ['a class that is not ours', '<aside class="summary evil">a</aside>', '<aside class="summary">a</aside>'],
  ])('removes %s', (_, hostile, safe) => {
    expect(sanitised(hostile)).toBe(safe);
  });

  it('keeps what articles are made of', () => {
    const html =
      '<p>a <strong>b</strong> <em>c</em></p><h3>d</h3><ol><li>e</li></ol>' +
      '<table><thead><tr><th scope="col">f</th></tr></thead><tbody><tr><td colspan="2">g</td></tr></tbody></table>';
    expect(sanitised(html)).toBe(html);
  });

  it('leaves of a link that was not offered its words alone, wherever it leads', () => {
    const offered = [{ ref: 'A1', title: 'Kettles', href: 'article:64b000000000000000000001' }];
    const html =
      '<p>See <a href="A1" title="t">kettles</a>, <a href="A2">pots</a>, <a href="article:64b000000000000000000002">pans</a>, <a href="https://example.com/study"><em>a study</em></a> and <a href="/x">more</a>.</p>';
    expect(sanitised(html, offered)).toBe(
      '<p>See <a href="article:64b000000000000000000001" title="t">kettles</a>, pots, pans, <em>a study</em> and more.</p>',
    );
  });

  it('changes nothing of a link that has its address already', () => {
    const offered = [{ ref: 'A1', title: 'Kettles', href: 'article:1' }];
    const once = sanitised('<p><a href="A1">kettles</a> <a>pots</a></p>', offered);
    expect(once).toBe('<p><a href="article:1">kettles</a> pots</p>');
    expect(sanitised(once, offered)).toBe(once);
  });

  it('makes its headings smaller than those of sections', () => {
    expect(sanitised('<h1>a</h1><h2>b</h2>')).toBe('<h3>a</h3><h3>b</h3>');
  });

  it('closes what was left open', () => {
    expect(sanitised('<ul><li>a<li>b')).toBe('<ul><li>a</li><li>b</li></ul>');
  });

  it('leaves of elements that are more than fifty deep their words alone', () => {
    const html = (depth: number) => `${'<em>'.repeat(depth)}a${'</em>'.repeat(depth)}`;
    expect(sanitised(html(50))).toBe(html(50));
    expect(sanitised(html(51))).toBe(html(50));
  });

  it('changes nothing the second time', () => {
    const once = sanitised('<p>1 < 2 & 3 > "2"<b>x');
    expect(sanitised(once)).toBe(once);
  });
});

describe('the text of HTML', () => {
  it('keeps the space that French has before a sign, and those at which no line may break', () => {
    expect(plainText('<p>Café : le&nbsp;guide&#8239;! Vrai\u00A0? Oui\u202F; 10\u00A0 kg .</p>')).toBe(
      'Café : le\u00A0guide\u202F! Vrai\u00A0? Oui\u202F; 10\u00A0kg.',
    );
  });

  it.each([
    ['elements', '<b></b>'.repeat(70_000), ''],
    ['breaks', `${'<br>'.repeat(120_000)}a`, 'a'],
    ['spaces at which no line breaks', `a${'\u00A0'.repeat(500_000)}b`, 'a\u00A0b'],
    ['spaces', `a${' '.repeat(500_000)}b`, 'a b'],
    ['brackets', '<'.repeat(500_000), '<'.repeat(500_000)],
  ])('is there at once, however many %s there are', (_, html, text) => {
    expect(plainText(html).replace(/\u00A0+/g, '\u00A0')).toBe(text);
  });

  it('keeps words of different elements apart', () => {
    expect(plainText('<h2>One</h2><p>two<br>three &amp; &lt;four&gt;</p>')).toBe('One two three & <four>');
    expect(plainText('<p><b>Note</b>: that<em>, too</em>.</p>\n<p>Next </p> …')).toBe(
      'Note: that, too. Next…',
    );
  });

  it('comes back from escaping as it was', () => {
    expect(plainText(escaped('Q&A: "5 > 3" &amp; more'))).toBe('Q&A: "5 > 3" &amp; more');
  });
});
