import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import { Idea } from '../../schema/idea.ts';
import { Image } from '../../schema/image.ts';
import { Keyword } from '../../schema/keyword.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import type { Context } from './context.ts';

function siteOf(kind: ClassType<PipelineItem>) {
  @Resolver(() => kind)
  class SiteOfResolver {
    // Not called `site`, as the property is: type-graphql would take it for what answers `siteId`, too.
    @FieldResolver(() => Site, { name: 'site', nullable: true, description: 'The site it belongs to.' })
    siteOf(@Root() item: PipelineItem, @Ctx() { documents }: Context): Promise<Site | null> {
      return documents.of(Site).load(item.site);
    }
  }
  return SiteOfResolver;
}

/** The site of each kind of item. */
export const siteOfResolvers = [Keyword, Cluster, Idea, Task, Content, Image].map(siteOf);
