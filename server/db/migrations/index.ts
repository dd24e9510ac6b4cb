import type { Db } from 'mongodb';
import { firstIndexes } from './0001-first-indexes.ts';
import { ideaTitleKeys } from './0002-idea-title-keys.ts';
import { secondIndexes } from './0003-second-indexes.ts';
import { api } from './0004-api.ts';
import { callers } from './0005-callers.ts';
import { edits } from './0006-edits.ts';
import { runsOfTheApi } from './0007-runs.ts';
import { schedules } from './0008-schedules.ts';
import { notifications } from './0009-notifications.ts';
import { media } from './0010-media.ts';
import { aiSettings } from './0012-ai-settings.ts';
import { contentTitleKeys } from './0013-content-title-keys.ts';
import { spareIndexes } from './0014-spare-indexes.ts';
import { overview } from './0015-overview.ts';
import { sentBackAndCalls } from './0016-sent-back-and-calls.ts';
import { finerTitleKeys } from './0017-finer-title-keys.ts';
import { addressesOfPublished } from './0018-addresses-of-published.ts';
import { lastStep } from './0019-last-step.ts';

/** A change of indexes or stored data, carried out once in a database's life. */
export interface Migration {
  /** Sorts after all earlier ones; never renamed. */
  readonly id: string;
  /** May be cut off and run again: must bear that. */
  up(db: Db): Promise<void>;
}

/** All of them, in order. A released one is never edited: add another. */
export const migrations: readonly Migration[] = [
  firstIndexes,
  ideaTitleKeys,
  secondIndexes,
  api,
  callers,
  edits,
  runsOfTheApi,
  schedules,
  notifications,
  media,
  aiSettings,
  contentTitleKeys,
  spareIndexes,
  overview,
  sentBackAndCalls,
  finerTitleKeys,
  addressesOfPublished,
  lastStep,
];
