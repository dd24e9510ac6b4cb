import { addressOf } from './article-data.ts';
import { besides, escapeHtml, languageAttributes } from './markup.ts';
import type { Publication } from './target.ts';

/**
 * A page at a former address of an article, which leads on to it. Its sentence is English, whatever the site's language;
 * browsers show it to those alone whom they do not lead.
 */
export function redirectHtml({ site, content }: Pick<Publication, 'site' | 'content'>): string {
  const next = escapeHtml(besides(content.slug));
  const title = escapeHtml(content.title);
  const language = languageAttributes(site.language);
  return `<!doctype html>
<html ${language}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta http-equiv="refresh" content="0; url=${next}">
<link rel="canonical" href="${site.url ? escapeHtml(addressOf(site.url, content.slug)) : next}">
<meta name="robots" content="noindex">
</head>
<body>
<p lang="en" dir="ltr">This article has moved: <a href="${next}" ${language}>${title}</a></p>
</body>
</html>
`;
}
