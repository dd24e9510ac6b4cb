import { defineStage, type MadeWith, type SaveContext, type WorkContext } from '#stage';
import { counted } from '../../language/counted.ts';
import { Content, ContentStatus, imagesChanged } from '../../schema/content.ts';
import { Image, ImageKind } from '../../schema/image.ts';
import { siteFacts } from '../../schema/site-facts.ts';
import type { ArticleBrief, ImagePrompts } from './article-brief.ts';
import { imagePromptsCalls } from './foreseen.ts';
import { headingsOf, introductionOf, spread } from './headings-of.ts';
import { imagePromptsCall } from './prompt.ts';
import { imagesOfArticle, type Settings, settings } from './settings.ts';

/** The prompts of each draft, by the draft's id. */
type Output = ReadonlyMap<string, ImagePrompts & { madeWith: MadeWith }>;

/** Stage 5: plans the images of a draft, one featured and one for each H2 up to a setting. */
export default defineStage<Content, Output, Settings>({
  key: 'generate-image-prompts',
  title: 'Content → Image Prompts',
  kind: 'ai',
  settings,
  item: Content,
  nouns: { one: 'content', many: 'content pieces' },
  waiting: { status: ContentStatus.Draft, 'images.planned': false },
  label: (content) => content.title,
  opening: ({ first, total, items }) =>
    items.length === 1
      ? `Content ${first}/${total}: '${items[0]?.title}'`
      : `Content ${first}–${first + items.length - 1}/${total}`,
  phases: { AI_CALL: 'AI writing image prompts', PARSE: 'Reading the prompts', SAVE: 'Saving the prompts' },

  forecast(items, settings, rates) {
    // A median may be 3.5.
    const count = Math.ceil(items * imagesOfArticle(settings, rates));
    return { usage: [{ kind: 'imagePrompts', count }], produces: { images: count } };
  },
  usualMs: 15_000,
  calls: imagePromptsCalls,

  async work({ items }, context) {
    const output = new Map<string, ImagePrompts & { madeWith: MadeWith }>();
    for (const [nth, content] of items.entries()) {
      // Of a single draft nothing is known between its beginning and its end.
      if (items.length > 1)
        context.progress(`Planning images of '${content.title}'`, (nth / items.length) * 100);
      const brief = briefOf(content, context);
      const { images } = await context.ai.text(imagePromptsCall, brief, nth);
      const madeWith = context.ai.madeWith(imagePromptsCall, nth);
      output.set(content._id.toHexString(), { images, madeWith });
    }
    return output;
  },

  async save(output, { items }, context) {
    const notes: string[] = [];
    let promptsCreated = 0;
    for (const content of items) {
      const { images = [], madeWith = null } = output.get(content._id.toHexString()) ?? {};
      if (images.length === 0) continue;
      await plan(content, images, madeWith, context);
      promptsCreated += images.length;
      notes.push(
        `Content '${content.title}' complete: ${counted(images.length, 'prompt', 'prompts')} created`,
      );
    }
    const [only, ...others] = notes;
    return {
      counters: { contentProcessed: notes.length, promptsCreated },
      usage: [{ kind: 'imagePrompts', count: promptsCreated }],
      message: `${counted(promptsCreated, 'prompt', 'prompts')} created`,
      ...(only !== undefined && others.length === 0 ? { closing: only } : { notes }),
    };
  },
});

async function plan(
  content: Content,
  images: ImagePrompts['images'],
  madeWith: MadeWith | null,
  context: SaveContext<Settings>,
): Promise<void> {
  await context.in(Image).insert(
    images.map(({ position, prompt, alt }) => ({
      content: content._id,
      kind: position === 0 ? ImageKind.Featured : ImageKind.InArticle,
      position,
      prompt,
      alt,
      madeWith,
    })),
  );
  const change = { planned: true, total: images.length, pending: images.length } as const;
  await context.in(Content).updateOne({ _id: content._id }, imagesChanged(change), ['status']);
}

function briefOf(content: Content, { site, settings, ai }: WorkContext<Settings>): ArticleBrief {
  const sections = spread(headingsOf(content.html), settings.imagesPerArticle - 1);
  return {
    site: siteFacts(site, ai.isOffline),
    title: content.title,
    excerpt: content.excerpt,
    keywords: content.keywords,
    places: [
      { position: 0, heading: null, text: introductionOf(content.html) },
      ...sections.map(({ position, text, below }) => ({ position, heading: text, text: below })),
    ],
  };
}
