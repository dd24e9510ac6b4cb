import type { ObjectId } from 'mongodb';
import { Arg, Authorized, Int, Resolver, Root, Subscription } from 'type-graphql';
import { Activity } from '../../../schema/activity.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import type { Context } from '../context.ts';
import { siteTopic } from '../live/changes.ts';
import { currentRunOf } from './current-run.ts';

/** A run may change hundreds of times a second: watchers see it this often at most. */
const runEveryMs = 100;

@Resolver()
export class RunSubscriptions {
  @Authorized<Right>('read')
  @Subscription(() => Activity, {
    description:
      "A run's history above `after`: first what is stored, then each row as it comes. No gaps, no repeats. If the run's history was removed because of its age, there are none, and it ends at once.",
    async subscribe({ context, args }: { context: Context; args: { runId: ObjectId; after: number } }) {
      const { documents, live } = context;
      const run = await documents.of(AutomationRun).require(args.runId);
      // Nothing is stored of it any more, and nothing more will come.
      if (run.trimmedAt) return nothing();
      return live.activity(run._id, args.after);
    },
  })
  activity(
    @Root() row: Activity,
    @Arg('runId', () => ObjectIdScalar, { description: 'Which run.' }) _runId: ObjectId,
    @Arg('after', () => Int, { defaultValue: 0, description: 'The seq of the last row already seen.' })
    _after: number,
  ): Activity {
    return row;
  }

  @Authorized<Right>('read')
  @Subscription(() => AutomationRun, {
    description:
      'The active, else the latest run of a site: as it is, and again whenever it changes, at most 10 times a second; the last state is always sent.',
    async subscribe({ context, args }: { context: Context; args: { siteId: ObjectId } }) {
      const { documents, live } = context;
      const { _id } = await documents.of(Site).require(args.siteId);
      return live.states({
        key: `run of ${_id}`,
        topics: [siteTopic(_id)],
        read: () => currentRunOf(documents, _id),
        everyMs: runEveryMs,
      });
    },
  })
  runChanged(
    @Root() run: AutomationRun,
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) _siteId: ObjectId,
  ): AutomationRun {
    return run;
  }
}

async function* nothing(): AsyncGenerator<never> {}
