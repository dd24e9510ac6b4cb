import type { GraphQLResolveInfo } from 'graphql';
import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { Content } from '../../../schema/content.ts';
import { Image } from '../../../schema/image.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Task } from '../../../schema/task.ts';
import type { Right } from '../../auth/rights.ts';
import { unasked } from '../asks-for.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf, pageOfSite } from '../page.ts';
import type { SortInput } from '../sort.ts';
import {
  ContentConnection,
  ContentFilter,
  ContentSort,
  contentFilterOf,
  contentSortOf,
} from './content.types.ts';

@Resolver(() => Content)
export class ContentResolver {
  @Authorized<Right>('read')
  @Query(() => ContentConnection, { description: 'Drafts of a site.' })
  async contents(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Arg('filter', () => ContentFilter, {
      nullable: true,
      description: 'Which of them; all if not given.',
    })
    filter: ContentFilter | undefined,
    @Arg('sort', () => ContentSort, {
      nullable: true,
      description: 'The order; oldest first if not given.',
    })
    sort: SortInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Content>> {
    // A hundred articles are megabytes, and lists show their titles.
    const without = unasked(info, ['html']);
    const wanted = contentFilterOf(siteId, filter ?? {});
    const drafts = documents.of(Content);
    return pageOfSite(documents, siteId, pageOf(drafts, wanted, contentSortOf(sort), { ...page, without }));
  }

  @Authorized<Right>('read')
  @Query(() => Content, { description: 'A draft. NOT_FOUND if the account has none with this id.' })
  content(
    @Arg('id', () => ObjectIdScalar, { description: 'Its id.' }) id: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<Content> {
    return documents.of(Content).require(id);
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task it was written for.' })
  task(@Root() { task }: Content, @Ctx() { documents }: Context): Promise<Task | null> {
    return documents.of(Task).load(task);
  }

  @FieldResolver(() => Cluster, { nullable: true, description: 'The cluster it is about.' })
  cluster(@Root() { cluster }: Content, @Ctx() { documents }: Context): Promise<Cluster | null> {
    return documents.of(Cluster).load(cluster);
  }

  /** Not called `images`: it would resolve the document's field of that name, too, which is `imageCounts`. */
  @FieldResolver(() => [Image], { name: 'images', description: 'Its images, in order of their places.' })
  async imagesOf(@Root() { _id }: Content, @Ctx() { documents }: Context): Promise<Image[]> {
    const images = await documents.of(Image).loadRelated('content', _id);
    return images.toSorted((a, b) => a.position - b.position);
  }
}
