import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../../schema/automation-run.ts';
import { Keyword } from '../../../schema/keyword.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import { openTestApi } from '../../support/api.ts';
import { makeKeywords, makeSite, numbered } from '../../support/factory.ts';
import { openFollower } from '../../support/follow.ts';
import { makeToys } from '../../support/toy-stages.ts';

const toys = makeToys();
const app = await openTestApi({ stages: toys.stages });
const { engine } = app;
const { database } = engine;

interface Queue {
  readonly key: string;
  readonly total: number;
  readonly pending: number;
}

const query =
  'subscription ($siteId: ObjectID!) { queuesChanged(siteId: $siteId) { key number title kind total pending } }';

/** A site with three keywords, and its queues as another server tells of them, on which nobody works. */
async function scene() {
  const site = await makeSite(database);
  await makeKeywords(database, site, numbered(3));
  const server = await app.openAnother();
  const { client, follow } = openFollower(server.url, await app.program(site.account));
  const states = follow<Queue[]>(query, { siteId: site._id }, 'queuesChanged');
  /** What comes until a state in which the stage has so much before it. */
  const until = async (stage: string, wanted: Partial<Queue>) => {
    const seen: Queue[][] = [];
    for (;;) {
      const { value, done } = await states.next();
      if (done || !value) throw new TypeError('it has ended');
      seen.push(value);
      const queue = value.find(({ key }) => key === stage);
      if (queue && Object.entries(wanted).every(([field, count]) => Reflect.get(queue, field) === count)) {
        return seen;
      }
    }
  };
  const close = async () => {
    await client.dispose();
    await server.close();
  };
  return { site, until, close };
}

describe('queuesChanged', () => {
  it('shows what waits, at once and as another process imports it and works on it', async () => {
    const { site, until, close } = await scene();
    const [first] = await until('shout', { total: 3, pending: 3 });
    expect(first).toEqual([
      { key: 'shout', number: 1, title: 'Keywords → Shouts', kind: 'AI', total: 3, pending: 3 },
      expect.objectContaining({ key: 'echo', total: 0, pending: 0 }),
      expect.objectContaining({ key: 'listen', kind: 'GATE', total: 0, pending: 0 }),
    ]);
    await makeKeywords(database, site, ['tea pot']);
    await until('shout', { pending: 4 });
    const run = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
    app.startWorker();
    await app.settled(run._id, ({ active }) => !active);
    const last = (await until('listen', { total: 4 })).at(-1);
    expect(last).toMatchObject([{ pending: 0 }, { pending: 0 }, { pending: 4 }]);
    await close();
  });

  it('shows also what a person has edited, of which nobody tells, and no state twice', async () => {
    const { site, until, close } = await scene();
    await until('shout', { pending: 3 });
    await database.of(Keyword).updateOne({ site: site._id }, { $set: { disabled: true } });
    expect(await until('shout', { pending: 2 })).toHaveLength(1);
    await close();
  });

  it('of a site of another account is not there', async () => {
    const [site, stranger] = [await makeSite(database), await makeSite(database)];
    const { client, follow } = openFollower(app.api.url, await app.program(stranger.account));
    const states = follow(query, { siteId: site._id }, 'queuesChanged');
    await expect(states.next()).rejects.toThrow(`There is no site "${site._id}"`);
    await client.dispose();
  });
});
