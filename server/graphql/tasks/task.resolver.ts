import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { Content } from '../../../schema/content.ts';
import { Idea } from '../../../schema/idea.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Task } from '../../../schema/task.ts';
import type { Right } from '../../auth/rights.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf, pageOfSite } from '../page.ts';
import type { SortInput } from '../sort.ts';
import { TaskConnection, TaskFilter, TaskSort, taskFilterOf, taskSortOf } from './task.types.ts';

@Resolver(() => Task)
export class TaskResolver {
  @Authorized<Right>('read')
  @Query(() => TaskConnection, { description: 'Tasks of a site.' })
  async tasks(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Arg('filter', () => TaskFilter, { nullable: true, description: 'Which of them; all if not given.' })
    filter: TaskFilter | undefined,
    @Arg('sort', () => TaskSort, {
      nullable: true,
      description: 'The order; oldest first if not given.',
    })
    sort: SortInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<Task>> {
    return pageOfSite(
      documents,
      siteId,
      pageOf(documents.of(Task), taskFilterOf(siteId, filter ?? {}), taskSortOf(sort), page),
    );
  }

  @Authorized<Right>('read')
  @Query(() => Task, { description: 'A task. NOT_FOUND if the account has none with this id.' })
  task(
    @Arg('id', () => ObjectIdScalar, { description: 'Its id.' }) id: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<Task> {
    return documents.of(Task).require(id);
  }

  @FieldResolver(() => Idea, { nullable: true, description: 'The idea it was made from.' })
  idea(@Root() { idea }: Task, @Ctx() { documents }: Context): Promise<Idea | null> {
    return documents.of(Idea).load(idea);
  }

  @FieldResolver(() => Cluster, { nullable: true, description: 'The cluster it is about.' })
  cluster(@Root() { cluster }: Task, @Ctx() { documents }: Context): Promise<Cluster | null> {
    return documents.of(Cluster).load(cluster);
  }

  @FieldResolver(() => Content, { nullable: true, description: 'The draft; null until it is written.' })
  async content(@Root() { _id }: Task, @Ctx() { documents }: Context): Promise<Content | null> {
    return (await documents.of(Content).loadRelated('task', _id)).at(-1) ?? null;
  }
}
