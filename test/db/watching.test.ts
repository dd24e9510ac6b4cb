import type { CommandStartedEvent } from 'mongodb';
import { expect, it } from 'vitest';
import { watchCallers } from '../../server/auth/watch-callers.ts';
import { watching } from '../../server/db/watching.ts';
import { watchChanges } from '../../server/graphql/live/changes.ts';
import { openTestApp } from '../support/app.ts';

const { engine } = await openTestApp({ monitorCommands: true });
const { database, log } = engine;

it('whoever opens or ends a watch waits for none of the second for which the database would hold its answer back', async () => {
  const asked: unknown[] = [];
  const listen = ({ command }: CommandStartedEvent) => {
    if ('getMore' in command) asked.push(command.maxTimeMS);
  };
  database.client.on('commandStarted', listen);
  const changes = await watchChanges(database, log, { onActivity() {}, onTopic() {}, onGap() {} });
  const end = await watchCallers(database, { log, onChange() {}, onOpen: async () => {} });
  await expect.poll(() => asked.length).toBeGreaterThan(2);
  await Promise.all([changes.close(), end()]);
  database.client.off('commandStarted', listen);
  expect(new Set(asked)).toEqual(new Set([watching.maxAwaitTimeMS]));
});
