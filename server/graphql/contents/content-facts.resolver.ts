import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { Content } from '../../../schema/content.ts';
import { Idea } from '../../../schema/idea.ts';
import { Image, ImageStatus } from '../../../schema/image.ts';
import { ReviewEntry } from '../../../schema/review-step.ts';
import { Site } from '../../../schema/site.ts';
import { Task } from '../../../schema/task.ts';
import { keywordsShare, priceOf, prices } from '../../credits/prices.ts';
import { addressOf, articleData } from '../../publishing/article-data.ts';
import { fileNameOf } from '../../publishing/folder.ts';
import { placed } from '../../publishing/pictures.ts';
import type { Context } from '../context.ts';
import { ContentCredits } from './content-facts.types.ts';

/** What follows from a draft and its images: asked for where one is looked at. */
@Resolver(() => Content)
export class ContentFactsResolver {
  @FieldResolver(() => [ReviewEntry], {
    description: "People's decisions about it so far, the latest last.",
  })
  history(@Root() { history = [] }: Content): ReviewEntry[] {
    return history;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its address on the site once it is published; null if the site has no address.',
  })
  async address(@Root() { site, slug }: Content, @Ctx() { documents }: Context): Promise<string | null> {
    const { url } = (await documents.of(Site).load(site)) ?? {};
    return url ? addressOf(url, slug) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What search engines will read: a schema.org Article, as JSON-LD.',
  })
  async structuredData(@Root() content: Content, @Ctx() { documents }: Context): Promise<string | null> {
    const [site, images] = await Promise.all([
      documents.of(Site).load(content.site),
      documents.of(Image).loadRelated('content', content._id),
    ]);
    if (!site) return null;
    const pictures = images.flatMap((image) => placed(image, fileNameOf(image))?.picture ?? []);
    return articleData({ site, content, images, slugs: new Map() }, pictures);
  }

  @FieldResolver(() => ContentCredits, {
    description: "What it costs, at today's prices and with its present words and keywords.",
  })
  async credits(
    @Root() { _id, wordCount, madeWith, cluster: clusterId, task: taskId }: Content,
    @Ctx() { documents }: Context,
  ): Promise<ContentCredits> {
    const [images, cluster, task] = await Promise.all([
      documents.of(Image).loadRelated('content', _id),
      documents.of(Cluster).load(clusterId),
      documents.of(Task).load(taskId),
    ]);
    const idea = task && (await documents.of(Idea).load(task.idea));
    const drawn = images.filter(({ status }) => status === ImageStatus.Generated);
    const usage = {
      ideas: idea?.madeWith ? [{ kind: 'clusters' as const, count: 1 }] : [],
      draft: madeWith ? [{ kind: 'words' as const, count: wordCount, articles: 1 }] : [],
      imagePrompts: [{ kind: 'imagePrompts' as const, count: images.filter((one) => one.madeWith).length }],
      images: drawn.map(({ model }) => ({ kind: 'images' as const, count: 1, model: model ?? '' })),
    };
    return {
      cluster: cluster?.madeWith ? keywordsShare(cluster.keywordCount, prices) : 0,
      ideas: priceOf(usage.ideas, prices),
      draft: priceOf(usage.draft, prices),
      imagePrompts: priceOf(usage.imagePrompts, prices),
      images: priceOf(usage.images, prices),
    };
  }
}
