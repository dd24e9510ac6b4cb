import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { Idea } from '../../../schema/idea.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Task } from '../../../schema/task.ts';
import type { Right } from '../../auth/rights.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf, pageOfSite } from '../page.ts';
import type { SortInput } from '../sort.ts';
import { IdeaConnection, IdeaFilter, IdeaSort, ideaFilterOf, ideaSortOf } from './idea.types.ts';

@Resolver(() => Idea)
export class IdeaResolver {
  @Authorized<Right>('read')
  @Query(() => IdeaConnection, { description: 'Ideas of a site.' })
  async ideas(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Arg('filter', () => IdeaFilter, { nullable: true, description: 'Which of them; all if not given.' })
    filter: IdeaFilter | undefined,
    @Arg('sort', () => IdeaSort, {
      nullable: true,
      description: 'The order; oldest first if not given.',
    })
    sort: SortInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<Idea>> {
    return pageOfSite(
      documents,
      siteId,
      pageOf(documents.of(Idea), ideaFilterOf(siteId, filter ?? {}), ideaSortOf(sort), page),
    );
  }

  @Authorized<Right>('read')
  @Query(() => Idea, { description: 'An idea. NOT_FOUND if the account has none with this id.' })
  idea(
    @Arg('id', () => ObjectIdScalar, { description: 'Its id.' }) id: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<Idea> {
    return documents.of(Idea).require(id);
  }

  @FieldResolver(() => Cluster, { nullable: true, description: 'The cluster it was made for.' })
  cluster(@Root() { cluster }: Idea, @Ctx() { documents }: Context): Promise<Cluster | null> {
    return documents.of(Cluster).load(cluster);
  }

  @FieldResolver(() => Task, {
    nullable: true,
    description: 'The task made from it; null until it is queued.',
  })
  async task(@Root() { _id }: Idea, @Ctx() { documents }: Context): Promise<Task | null> {
    return (await documents.of(Task).loadRelated('idea', _id)).at(-1) ?? null;
  }
}
