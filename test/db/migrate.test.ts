import { type CreateIndexesOptions, type Db, ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { type Migration, migrations } from '../../server/db/migrations/index.ts';
import { hourMs } from '../../server/durations.ts';
import { testDatabase } from '../support/db.ts';

const { db } = testDatabase();

interface Lock {
  _id: string;
  holder: ObjectId;
  until: Date;
}
const locks = db.collection<Lock>('locks');

/** A migration that tells of each time it is carried out. */
function counting(
  id: string,
  told: string[],
  work: (db: Db) => Promise<unknown> = async () => {},
): Migration {
  return {
    id,
    async up(db) {
      told.push(id);
      await work(db);
    },
  };
}

/** The same object, whose methods go by `instead`, where that has one of the name. */
function overlaid<T extends object>(object: T, instead: Partial<T>): T {
  return new Proxy(object, {
    get(target, property) {
      const value: unknown = Reflect.get(property in instead ? instead : target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The same database, telling of each building of indexes and how. */
function watchIndexes(database: Db, tell: (collection: string, options: CreateIndexesOptions) => void): Db {
  const collection = (name: string) => {
    const own = database.collection(name);
    return overlaid(own, {
      createIndex(spec, options = {}) {
        tell(name, options);
        return own.createIndex(spec, options);
      },
      createIndexes(specs, options = {}) {
        tell(name, options);
        return own.createIndexes(specs, options);
      },
    });
  };
  return overlaid(database, { collection: collection as Db['collection'] });
}

/** Ten processes that boot at the same moment. */
async function tenBoots(list: readonly Migration[]): Promise<void> {
  await Promise.all(Array.from({ length: 10 }, () => migrate(db, list)));
}

describe('migrations', () => {
  let told: string[];

  beforeEach(async () => {
    told = [];
    await db.dropDatabase();
  });

  it('are carried out once and in order, however many processes boot at once', async () => {
    const list = ['0001-first', '0002-second', '0003-third'].map((id) => counting(id, told));
    await tenBoots(list);
    expect(told).toEqual(['0001-first', '0002-second', '0003-third']);
  });

  it('are finished before any process goes on', async () => {
    const pages = db.collection('pages');
    const list = [
      counting('0001-make', told, () => pages.insertMany([{ read: false }, { read: false }])),
      counting('0002-change', told, () => pages.updateMany({}, { $set: { read: true } })),
    ];
    const seen = await Promise.all(
      Array.from({ length: 10 }, async () => {
        await migrate(db, list);
        return pages.countDocuments({ read: true });
      }),
    );
    expect(seen).toEqual(Array.from({ length: 10 }, () => 2));
  });

  it('are left alone by the next boot, lock and all', async () => {
    const list = [counting('0001-first', told)];
    await migrate(db, list);
    await locks.insertOne({
      _id: 'migrations',
      holder: new ObjectId(),
      until: new Date(Date.now() + hourMs),
    });
    await migrate(db, list);
    expect(told).toEqual(['0001-first']);
  });

  it('that a new version adds are carried out alone', async () => {
    await migrate(db, [counting('0001-first', told)]);
    await migrate(db, [counting('0001-first', told), counting('0002-second', told)]);
    expect(told).toEqual(['0001-first', '0002-second']);
  });

  it('are taken over from a holder that died', async () => {
    await locks.insertOne({
      _id: 'migrations',
      holder: new ObjectId(),
      until: new Date(Date.now() - hourMs),
    });
    await tenBoots([counting('0001-first', told)]);
    expect(told).toEqual(['0001-first']);
    expect(await locks.countDocuments()).toBe(0);
  });

  it('are waited for while another process is at them', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: allowed, resolve: allow } = Promise.withResolvers<void>();
    const slow = counting('0001-slow', told, async () => {
      begin();
      await allowed;
      told.push('finished');
    });
    const first = migrate(db, [slow]);
    await begun;
    const second = migrate(db, [slow]).then(() => told.push('the second goes on'));
    // Its look at the lock was sent before this one.
    await locks.findOne();
    allow();
    await Promise.all([first, second]);
    expect(told).toEqual(['0001-slow', 'finished', 'the second goes on']);
  });

  it('keep their lock for as long as one of them takes', async () => {
    const changes = locks.watch([{ $match: { operationType: 'update' } }], { maxAwaitTimeMS: 20 });
    await changes.tryNext();
    const renewals = async () => {
      await changes.next();
      await changes.next();
    };
    await migrate(db, [counting('0001-slow', told, renewals)], { lockMs: 200 });
    await changes.close();
    expect(told).toEqual(['0001-slow']);
  });

  it('bear a holder that comes back after it was taken for dead', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: allowed, resolve: allow } = Promise.withResolvers<void>();
    let isFirst = true;
    const list = [
      counting('0001-first', told, async () => {
        if (!isFirst) return;
        isFirst = false;
        begin();
        await allowed;
      }),
      counting('0002-second', told),
    ];
    const stalled = migrate(db, list);
    await begun;
    // As if its renewals had not come for a long time.
    const overdue = { holder: new ObjectId(), until: new Date(Date.now() - hourMs) };
    await locks.updateOne({ _id: 'migrations' }, { $set: overdue });
    await migrate(db, list);
    allow();
    await stalled;
    expect(told).toEqual(['0001-first', '0001-first', '0002-second', '0002-second']);
  });

  it('go on where a failure stopped them', async () => {
    let isBroken = true;
    const list = [
      counting('0001-first', told),
      counting('0002-second', told, async () => {
        if (isBroken) throw new Error('the disk is full');
      }),
    ];
    await expect(migrate(db, list)).rejects.toThrow('the disk is full');
    isBroken = false;
    await migrate(db, list);
    expect(told).toEqual(['0001-first', '0002-second', '0002-second']);
  });

  it('of the product make fields of the stages that an item had passed', async () => {
    const [first, ...others] = migrations;
    await first?.up(db);
    const contents = db.collection<{ slug: string; passed: unknown }>('contents');
    await contents.insertMany([
      { slug: 'a', passed: [] },
      { slug: 'b', passed: ['key-takeaways', 'proofread'] },
    ]);
    for (const { up } of others) await up(db);
    const found = await contents.find({}, { sort: { slug: 1 } }).toArray();
    expect(found.map(({ passed }) => passed)).toEqual([{}, { 'key-takeaways': true, proofread: true }]);
  });

  it('of the product may be cut off and carried out again', async () => {
    for (const { up } of migrations) await up(db);
    await tenBoots(migrations);
    const done = await db.collection<{ _id: string }>('migrations').distinct('_id');
    expect(done).toEqual(migrations.map(({ id }) => id));
  });

  it('of the product build every index without a limit of time: it takes as long as there is data', async () => {
    const built: { collection: string; timeoutMS: unknown }[] = [];
    const watched = watchIndexes(db, (collection, { timeoutMS }) => built.push({ collection, timeoutMS }));
    for (const { up } of migrations) await up(watched);
    expect(built.length).toBeGreaterThan(migrations.length);
    expect(built.filter(({ timeoutMS }) => timeoutMS !== 0)).toEqual([]);
  });
});
