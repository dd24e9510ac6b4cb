import { escapeHtml, languageAttributes, linkTo } from './markup.ts';
import { figure, type PagePicture, withPictures } from './pictures.ts';
import type { Publication } from './target.ts';

/** The article as a page of its own, its pictures beside it. Its HTML was made safe when it was written. */
export function articleHtml({ site, content }: Publication, pictures: readonly PagePicture[]): string {
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
</head>
<body>
<article>
<h1>${escapeHtml(content.title)}</h1>
${articleBody(content.html, pictures)}
</article>
</body>
</html>
`;
}

/** The article below its title, with its pictures. */
export function articleBody(html: string, pictures: readonly PagePicture[]): string {
  const featured = pictures.find(({ position }) => position === 0);
  const body = withPictures(html, pictures);
  return featured ? `${figure(featured, 'featured')}\n${body}` : body;
}
