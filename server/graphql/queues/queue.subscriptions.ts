import type { ObjectId } from 'mongodb';
import { Arg, Authorized, Resolver, Root, Subscription } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { type Queue, queuesOf } from '../../engine/queues.ts';
import type { Context } from '../context.ts';
import { siteTopic } from '../live/changes.ts';
import { QueueView } from './queue.types.ts';

/** What waits is counted: watchers see it this often at most. */
const queuesEveryMs = 500;
/** Edits by people tell nobody: whoever keeps an item out of runs, or deletes it, is seen after so long. */
const queuesAgainMs = 2_000;

@Resolver()
export class QueueSubscriptions {
  @Authorized<Right>('read')
  @Subscription(() => [QueueView], {
    description:
      "What is waiting at each stage of a site: as it is, and again whenever it changes, at most twice a second; the last state is always sent. People's edits show after two seconds.",
    async subscribe({ context, args }: { context: Context; args: { siteId: ObjectId } }) {
      const { documents, engine, live } = context;
      const { _id } = await documents.of(Site).require(args.siteId);
      return live.states({
        key: `queues of ${_id}`,
        topics: [siteTopic(_id)],
        read: () => queuesOf(engine, _id),
        everyMs: queuesEveryMs,
        againMs: queuesAgainMs,
      });
    },
  })
  queuesChanged(
    @Root() queues: Queue[],
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) _siteId: ObjectId,
  ): Queue[] {
    return queues;
  }
}
