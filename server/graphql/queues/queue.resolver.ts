import type { ObjectId } from 'mongodb';
import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { type Queue, queuesOf } from '../../engine/queues.ts';
import type { Context } from '../context.ts';
import { QueueView } from './queue.types.ts';

@Resolver()
export class QueueResolver {
  @Authorized<Right>('read')
  @Query(() => [QueueView], {
    description: 'What is waiting at each stage of the site; while a run is active, from its own counters.',
  })
  async queues(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Ctx() { documents, engine }: Context,
  ): Promise<Queue[]> {
    await documents.of(Site).require(siteId);
    return queuesOf(engine, siteId);
  }
}
