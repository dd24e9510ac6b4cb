import type { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import { Image } from '../../schema/image.ts';
import { Keyword } from '../../schema/keyword.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import type { Site } from '../../schema/site.ts';
import { crowd } from '../db/crowd.ts';
import { type ObservedQuery, observeQueries } from '../db/observed-queries.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';

const app = await openTestApi({ monitorCommands: true });
const { database } = app.engine;
const finished = 1_500;
const others = 40;
const first = 20;
/** So many stand before the page that is deep within. */
const deep = 1_200;

/** By what each list can be sorted, and one status of its own. */
const lists = [
  {
    list: 'keywords',
    kind: 'Keyword',
    sorts: ['CREATED', 'PHRASE', 'VOLUME', 'DIFFICULTY', 'CPC'],
    status: 'NEW',
  },
  { list: 'clusters', kind: 'Cluster', sorts: ['CREATED', 'NAME', 'KEYWORDS', 'IDEAS'], status: 'NEW' },
  { list: 'ideas', kind: 'Idea', sorts: ['CREATED', 'TITLE', 'WORD_TARGET'], status: 'NEW' },
  { list: 'tasks', kind: 'Task', sorts: ['CREATED', 'TITLE', 'WORD_TARGET'], status: 'QUEUED' },
  { list: 'contents', kind: 'Content', sorts: ['CREATED', 'TITLE', 'SLUG', 'WORD_COUNT'], status: 'DRAFT' },
  { list: 'images', kind: 'Image', sorts: ['CREATED'], status: 'PENDING' },
];

/** 1,500 finished things of each kind, 40 that wait or are disabled, and 3 that failed. */
async function filled() {
  const site = await makeSite(database);
  await crowd(database, site, 'finished', finished);
  await crowd(database, site, 'waiting', others);
  await crowd(database, site, 'disabled', others);
  const failure = { stage: 'any', code: 'ANY', message: 'No.', at: new Date(), run: site._id };
  const drafts = await database.of(Content).find({ site: site._id }, { limit: 3, skip: 900 }).toArray();
  const sentBack = { user: site._id, name: 'Ada', at: new Date(), reason: 'Too long.' };
  await database
    .of(Content)
    .updateMany({ _id: { $in: drafts.map(({ _id }) => _id) } }, { $set: { sentBack } });
  for (const name of database.itemCollections) {
    const items = database.db.collection<PipelineItem>(name);
    const some = await items.find({ site: site._id }, { limit: 3, skip: 700 }).toArray();
    await items.updateMany({ _id: { $in: some.map(({ _id }) => _id) } }, { $set: { failure } });
  }
  return site;
}

const idOf = async (kind: new () => PipelineItem, site: Site, field: string): Promise<ObjectId> => {
  const filter = { site: site._id, [field]: { $ne: null } };
  const found = await database.of<PipelineItem>(kind).findOne(filter, { skip: 50 });
  return Reflect.get(found ?? {}, field) as ObjectId;
};

describe('a list among thousands', () => {
  it('is filtered and sorted by an index, either way, also deep within', async () => {
    const site = await filled();
    const clusterId = await idOf(Keyword, site, 'cluster');
    const contentId = await idOf(Image, site, 'content');
    const ask = app.as(await app.person(site.account));
    const page = async ({ list, kind }: (typeof lists)[number], more: object) => {
      const { data, errors } = await ask(
        `query ($siteId: ObjectID!, $filter: ${kind}Filter, $sort: ${kind}Sort, $first: Int!, $after: String, $offset: Int! = 0) {
          ${list}(siteId: $siteId, filter: $filter, sort: $sort, first: $first, after: $after, offset: $offset) {
            nodes { id } pageInfo { endCursor }
          }
        }`,
        { siteId: site._id, first, ...more },
      );
      expect(errors).toBeUndefined();
      return data[list];
    };
    const sorted = lists.flatMap((list) =>
      list.sorts.flatMap((field) => ['ASC', 'DESC'].map((order) => ({ list, sort: { field, order } }))),
    );
    // By an offset, which is counted off: where the cursor stands is not what is watched here.
    const places = await Promise.all(
      sorted.map(async ({ list, sort }) => {
        const { nodes, pageInfo } = await page(list, { sort, first: 1, offset: deep });
        return { list, sort, id: nodes[0].id, after: pageInfo.endCursor };
      }),
    );
    const seen = await observeQueries(database);
    for (const { list, sort, id, after } of places) {
      expect((await page(list, { sort })).nodes).toHaveLength(first);
      const { nodes } = await page(list, { sort, after });
      expect(nodes).toHaveLength(first);
      expect(nodes).not.toContainEqual({ id });
    }
    const found: Record<string, number> = {};
    for (const one of lists) {
      const { list, status } = one;
      const relation = { images: { contentId }, clusters: {} }[list] ?? { clusterId };
      const filters: Record<string, object> = {
        status: { status },
        disabled: { disabled: true },
        failed: { failed: true },
        relation,
        ...(list === 'contents' && { sentBack: { sentBack: true } }),
      };
      for (const [name, filter] of Object.entries(filters)) {
        found[`${list} by ${name}`] = (await page(one, { filter })).nodes.length;
      }
    }
    const queries = (await seen()).filter(({ collection }) => database.itemCollections.includes(collection));
    expect(queries.length).toBeGreaterThan(80);
    expect(told(queries.filter(({ plan }) => plan.includes('COLLSCAN')))).toEqual([]);
    expect(told(queries.filter(({ isSortedInMemory }) => isSortedInMemory))).toEqual([]);
    expect(told(queries.filter(({ keysExamined }) => keysExamined > 3 * first))).toEqual([]);
    expect(Object.entries(found).filter(([, count]) => count === 0)).toEqual([]);
    expect([found['keywords by failed'], found['contents by sentBack']]).toEqual([3, 3]);
    expect(await database.of(Cluster).countDocuments({ site: site._id })).toBe(finished + 2 * others);
  });
});

function told(queries: readonly ObservedQuery[]): string[] {
  return [
    ...new Set(
      queries.map(
        ({ collection, shape, plan, keysExamined }) =>
          `${collection} ${shape} by ${plan}: ${keysExamined} keys`,
      ),
    ),
  ];
}
