import { articleBody } from './article.ts';
import { markdownOf } from './markdown-body.ts';
import type { PagePicture } from './pictures.ts';
import type { Publication } from './target.ts';

/** The article as Markdown below its front matter, its pictures beside it. */
export function articleMarkdown(publication: Publication, pictures: readonly PagePicture[]): string {
  const body = articleBody(publication.content, publication.slugs, pictures);
  return `${frontMatter(publication, pictures)}\n${markdownOf(body)}\n`;
}

/** YAML, each value written as JSON, which YAML reads: no text can break out of it. */
function frontMatter({ site, content }: Publication, pictures: readonly PagePicture[]): string {
  const featured = pictures.find(({ position }) => position === 0);
  const fields = {
    title: content.title,
    slug: content.slug,
    description: content.metaDescription || content.excerpt,
    metaTitle: content.metaTitle,
    excerpt: content.excerpt,
    language: site.language,
    keywords: content.keywords,
    words: content.wordCount,
    image: featured?.path,
    imageAlt: featured?.alt,
    sample: content.sample || undefined,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return ['---', ...lines, '---', ''].join('\n');
}
