import { randomUUID } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, inject } from 'vitest';
import type {
  AnyStage,
  Batch,
  BatchAi,
  ItemClass,
  NewItem,
  PipelineItem,
  SaveContext,
  Summary,
} from '#stage';
import { Site } from '../../schema/site.ts';
import { type Database, openDatabase, transaction } from '../../server/db/database.ts';
import { ideaTitleKeys } from '../../server/db/migrations/0002-idea-title-keys.ts';
import { readerOf } from '../../server/engine/accessor.ts';
import { saveContext } from '../../server/engine/batch/contexts.ts';

/** A site of its own in a database of its own, for the tests of one stage without the engine around it. */
export interface PluginScene {
  readonly site: Site;
  add<Item extends PipelineItem>(
    kind: ItemClass<Item>,
    fields: Omit<NewItem<Item>, 'account' | 'site'>,
  ): Promise<Item>;
  /** All items of the kind, the oldest first. */
  all<Item extends PipelineItem>(kind: ItemClass<Item>): Promise<Item[]>;
  /** What the slow halves have told of their progress: each message with its percent, where it has one. */
  readonly told: [message: string, percent: number | null][];
  /** The stage's slow half, answered offline. */
  work(stage: AnyStage, items: readonly PipelineItem[], settings?: object): Promise<unknown>;
  /** The stage's fast half, in a transaction. */
  save(stage: AnyStage, output: unknown, items: readonly PipelineItem[]): Promise<Summary>;
  inTransaction<Result>(work: (context: SaveContext<never>) => Promise<Result>): Promise<Result>;
}

export function pluginScene(): PluginScene {
  const site = Object.assign(new Site(), { account: new ObjectId(), name: 'Beans', language: 'en' });
  const owner = { account: site.account, site: site._id };
  const told: PluginScene['told'] = [];
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(inject('mongoUri'), { name: `test-${randomUUID()}` });
    await Promise.all(database.itemCollections.map((name) => database.db.createCollection(name)));
    // Of all indexes the one that a stage counts on.
    await ideaTitleKeys.up(database.db);
  });
  afterAll(async () => {
    await database.db.dropDatabase();
    await database.close();
  });
  const inTransaction: PluginScene['inTransaction'] = (work) =>
    transaction(database.client, (session) =>
      work(
        saveContext(
          { database, site, settings: { batchSize: 1, parallel: 1 } },
          session,
        ) as SaveContext<never>,
      ),
    );
  return {
    site,
    told,
    async add(kind, fields) {
      const item = Object.assign(new kind(), fields, owner);
      await database.of<PipelineItem>(kind).insertOne(item);
      return item;
    },
    all: (kind) => readerOf(database, kind, owner).find({}, { sort: { _id: 1 } }),
    work: (stage, items, settings = {}) =>
      stage.work(batchOf(items), {
        site,
        settings: stage.settings.parse(settings),
        ai: offlineAi,
        signal: new AbortController().signal,
        read: (kind) => readerOf(database, kind, owner),
        progress: (message, percent) => void told.push([message, percent ?? null]),
      }),
    save: (stage, output, items) => inTransaction((context) => stage.save(output, batchOf(items), context)),
    inTransaction,
  };
}

function batchOf(items: readonly PipelineItem[]): Batch<PipelineItem> {
  return { key: 'batch', index: 1, count: 1, first: 1, total: items.length, items };
}

/** Answers as the offline provider does, and refuses what the real client would refuse. */
const offlineAi: BatchAi = {
  isOffline: true,
  madeWith: ({ purpose }) => ({ promptVersion: purpose, provider: 'offline', model: 'galley-offline' }),
  alike: async () => null,
  async text(call, input) {
    const reply = call.schema.parse(await call.offline(input));
    const fault = call.fault?.(reply, input);
    if (fault !== undefined) throw new RangeError(fault);
    return reply;
  },
  async image(call, input, index = 0) {
    const { bytes: _, ...picture } = await call.offline(input);
    const fallback = { key: `key-${index}-fallback`, url: `/media/${index}.jpg` };
    return { ...picture, key: `key-${index}`, url: `/media/${index}.webp`, fallback, model: 'offline' };
  },
};
