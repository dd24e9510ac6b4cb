/** Each stage's call, made for a case and scored. */
import sharp from 'sharp';
import { clusteringCall } from '../../plugins/cluster-keywords/prompt.ts';
import type { Assignment } from '../../plugins/generate-content/article.ts';
import { sampleSections, sampleWords } from '../../plugins/generate-content/offline.ts';
import { finishCall, outlineCall, sectionCall } from '../../plugins/generate-content/prompt.ts';
import { refOf } from '../../plugins/generate-content/related.ts';
import { writeArticle } from '../../plugins/generate-content/write.ts';
import { withOwnKeywords } from '../../plugins/generate-ideas/idea-draft.ts';
import { ideasCall } from '../../plugins/generate-ideas/prompt.ts';
import { headingsOf, introductionOf, spread } from '../../plugins/generate-image-prompts/headings-of.ts';
import { imagePromptsCall } from '../../plugins/generate-image-prompts/prompt.ts';
import { pictureSizes } from '../../plugins/generate-images/picture-brief.ts';
import { pictureCall } from '../../plugins/generate-images/prompt.ts';
import { articleHref } from '../../schema/article-links.ts';
import { ImageKind } from '../../schema/image.ts';
import type { Asker } from './ask.ts';
import type { EvalCase } from './cases.ts';
import type { Article, Clusters, Ideas, Painting, Pictures } from './subjects.ts';

const articlesPerCluster = 5;
const imagesPerArticle = 4;

export async function clustersOf({ site, keywords }: EvalCase, asker: Asker): Promise<Clusters> {
  const { name, language, country, audience } = site;
  const input = { site: name, language, country, audience, keywords, offered: [], ahead: [] };
  const reply = await asker.ai.text(clusteringCall, input);
  return { input, reply, answers: asker.answersSince() };
}

export async function ideasOf(given: EvalCase, asker: Asker): Promise<Ideas> {
  const { site, cluster, existing, article } = given;
  const keywords = article.keywords.map((phrase) => ({ phrase, volume: null }));
  const input = { site, cluster, keywords, count: articlesPerCluster, existing };
  const { ideas } = await asker.ai.text(ideasCall, input);
  return { input, ideas: withOwnKeywords(ideas, input), answers: asker.answersSince() };
}

export async function articleOf(given: EvalCase, asker: Asker): Promise<Article> {
  const { site, cluster, existing, article } = given;
  const assignment: Assignment = {
    site: asker.ai.isOffline ? { ...site, avoidWords: [] } : site,
    title: article.title,
    brief: article.brief,
    articleKind: article.kind,
    keywords: article.keywords,
    topic: cluster.name,
    siblings: existing,
    links: existing.map((title, n) => ({
      ref: refOf(n),
      title,
      href: articleHref(`64b00000000000000000000${n}`),
    })),
    ...(asker.ai.isOffline
      ? { words: sampleWords, sections: sampleSections }
      : { words: article.words, sections: 5 }),
  };
  const draft = await writeArticle(assignment, 0, asker, () => {});
  const answered = <Reply>(call: { purpose: string; schema: { parse(value: unknown): Reply } }) =>
    asker.repliesTo(call.purpose).map((reply) => call.schema.parse(reply));
  const outline = answered(outlineCall).at(-1);
  const finish = answered(finishCall).at(-1);
  if (!outline || !finish) throw new TypeError('an article was written without outline or finish');
  const sections = answered(sectionCall)
    .slice(-outline.sections.length)
    .map(({ html }) => html);
  return { assignment, outline, sections, finish, draft, answers: asker.answersSince() };
}

export async function picturesOf({ assignment, draft }: Article, asker: Asker): Promise<Pictures> {
  const { title, excerpt, keywords, html } = draft;
  const places = spread(headingsOf(html), imagesPerArticle - 1).map(({ position, text, below }) => ({
    position,
    heading: text,
    text: below,
  }));
  const first = { position: 0, heading: null, text: introductionOf(html) };
  const brief = { site: assignment.site, title, excerpt, keywords, places: [first, ...places] };
  const { images } = await asker.ai.text(imagePromptsCall, brief);
  return { brief, images, answers: asker.answersSince() };
}

export async function paintingOf(
  prompt: string,
  asker: Asker,
  signal: AbortSignal,
): Promise<Painting | null> {
  const kind = ImageKind.Featured;
  const picture = await asker.paint(pictureCall, { site: 'eval', kind, prompt }, { signal });
  if (picture === null) return null;
  const found = await sharp(picture.bytes)
    .metadata()
    .catch(() => null);
  return { picture, found, asked: pictureSizes[kind] };
}
