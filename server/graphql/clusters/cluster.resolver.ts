import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { Content } from '../../../schema/content.ts';
import { Idea } from '../../../schema/idea.ts';
import { Keyword } from '../../../schema/keyword.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Task } from '../../../schema/task.ts';
import type { Right } from '../../auth/rights.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf, pageOfSite } from '../page.ts';
import type { SortInput } from '../sort.ts';
import {
  ClusterConnection,
  ClusterFilter,
  ClusterSort,
  clusterFilterOf,
  clusterSortOf,
} from './cluster.types.ts';

@Resolver(() => Cluster)
export class ClusterResolver {
  @Authorized<Right>('read')
  @Query(() => ClusterConnection, { description: 'Clusters of a site.' })
  async clusters(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Arg('filter', () => ClusterFilter, {
      nullable: true,
      description: 'Which of them; all if not given.',
    })
    filter: ClusterFilter | undefined,
    @Arg('sort', () => ClusterSort, {
      nullable: true,
      description: 'The order; oldest first if not given.',
    })
    sort: SortInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<Cluster>> {
    return pageOfSite(
      documents,
      siteId,
      pageOf(documents.of(Cluster), clusterFilterOf(siteId, filter ?? {}), clusterSortOf(sort), page),
    );
  }

  @Authorized<Right>('read')
  @Query(() => Cluster, { description: 'A cluster. NOT_FOUND if the account has none with this id.' })
  cluster(
    @Arg('id', () => ObjectIdScalar, { description: 'Its id.' }) id: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<Cluster> {
    return documents.of(Cluster).require(id);
  }

  @FieldResolver(() => [Keyword], {
    description: 'The first 100 of its keywords; all of them are in `keywords`.',
  })
  keywords(@Root() { _id }: Cluster, @Ctx() { documents }: Context): Promise<Keyword[]> {
    return documents.of(Keyword).loadRelated('cluster', _id);
  }

  @FieldResolver(() => [Idea], { description: 'The first 100 of its ideas; all of them are in `ideas`.' })
  ideas(@Root() { _id }: Cluster, @Ctx() { documents }: Context): Promise<Idea[]> {
    return documents.of(Idea).loadRelated('cluster', _id);
  }

  @FieldResolver(() => [Task], {
    description: 'The first 100 tasks of its ideas; all of them are in `tasks`.',
  })
  tasks(@Root() { _id }: Cluster, @Ctx() { documents }: Context): Promise<Task[]> {
    return documents.of(Task).loadRelated('cluster', _id);
  }

  @FieldResolver(() => [Content], {
    description: 'The first 100 drafts written for it; all of them are in `contents`.',
  })
  contents(@Root() { _id }: Cluster, @Ctx() { documents }: Context): Promise<Content[]> {
    return documents.of(Content).loadRelated('cluster', _id);
  }
}
