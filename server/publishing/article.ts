import { sanitisedHtml } from '../../schema/article-html.ts';
import { withAddresses } from '../../schema/article-links.ts';
import { articleData } from './article-data.ts';
import { besides, escapeHtml, languageAttributes, linkTo } from './markup.ts';
import { figure, type PagePicture, withPictures } from './pictures.ts';
import type { Publication } from './target.ts';

/** The article as a page of its own, its pictures beside it. */
export function articleHtml(publication: Publication, pictures: readonly PagePicture[]): string {
  const { site, content, slugs } = publication;
  const featured = pictures.find(({ position }) => position === 0);
  const image = featured ? `\n<meta property="og:image" content="${linkTo(featured.path)}">` : '';
  return `<!doctype html>
<html ${languageAttributes(site.language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(content.metaTitle || content.title)}</title>
<meta name="description" content="${escapeHtml(content.metaDescription || content.excerpt)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeHtml(content.title)}">${image}
<script type="application/ld+json">${articleData(publication, pictures)}</script>
</head>
<body>
<article>
<h1>${escapeHtml(content.title)}</h1>
${articleBody(content, slugs, pictures)}
</article>
</body>
</html>
`;
}

/**
 * The article below its title, with its pictures, and with links to its published neighbours. Its HTML was made safe when
 * it was written, but perhaps by rules that are older than these.
 */
export function articleBody(
  { html }: Publication['content'],
  slugs: Publication['slugs'],
  pictures: readonly PagePicture[],
): string {
  const featured = pictures.find(({ position }) => position === 0);
  const body = withPictures(
    withAddresses(sanitisedHtml(html), (task) => {
      const slug = slugs.get(task);
      return slug && besides(slug);
    }),
    pictures,
  );
  return featured ? `${figure(featured, 'featured')}\n${body}` : body;
}
