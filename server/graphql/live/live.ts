/** What happens in the database, as it happens, for those who subscribe: also what other processes do. */
import type { ObjectId } from 'mongodb';
import type { Activity } from '../../../schema/activity.ts';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../log.ts';
import { ActivityFeed } from './activity-feed.ts';
import { accountTopic, siteTopic, watchChanges } from './changes.ts';
import { StateFeed, type StateOptions } from './state-feed.ts';

export interface Live {
  /** The run's rows above `after`, in order: first those stored, then each as it is committed. No gap, no repeat. */
  activity(run: ObjectId, after: number): AsyncGenerator<Activity, void>;
  /** A state, at once and whenever it has changed; see StateOptions. */
  states<T>(options: StateOptions<T>): AsyncGenerator<T, void>;
  /** False while changes are not seen: they will be told when they are again. */
  readonly isAlive: boolean;
  close(): Promise<void>;
}

/** Resolves when nothing that happens from now on is missed. */
export async function openLive(database: Database, log: Log): Promise<Live> {
  const activities = new ActivityFeed(database);
  const states = new StateFeed();
  const changes = await watchChanges(database, log, {
    onActivity(row) {
      activities.onActivity(row);
      states.onTopic(siteTopic(row.site));
      states.onTopic(accountTopic(row.account));
    },
    onTopic: (topic) => states.onTopic(topic),
    onGap() {
      activities.onGap();
      states.onGap();
    },
  });
  return {
    activity: (run, after) => activities.follow(run, after),
    states: (options) => states.follow(options),
    get isAlive() {
      return changes.isAlive;
    },
    close: () => changes.close(),
  };
}
