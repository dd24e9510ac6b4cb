/** One kind of document, of one account: how each operation on them carries the account. */
import DataLoader from 'dataloader';
import type { ClientSession, Collection, Filter, ObjectId, UpdateFilter } from 'mongodb';
import type { Database, DocumentClass } from '../db/database.ts';
import { allAtOnce, type FindOptions, findAll } from '../db/find-all.ts';
import { errors } from '../errors.ts';
import type { Loaders } from './loaders.ts';

/** What belongs to an account. */
export interface Owned {
  _id: ObjectId;
  account: ObjectId;
}

export interface ListOptions extends Omit<FindOptions, 'projection'> {
  /** Fields that the documents come without. */
  readonly without?: readonly string[] | undefined;
  /** What fields come as instead: expressions of MongoDB over the fields of one document. */
  readonly as?: Readonly<Record<string, unknown>>;
}

/** One kind of document, of one account. */
export interface OwnedDocuments<T extends Owned> {
  find(filter: object, options?: ListOptions): Promise<T[]>;
  findOne(filter: object): Promise<T | null>;
  /** Throws NOT_FOUND. */
  require(id: ObjectId): Promise<T>;
  /** The document, or null; all that are asked for in one go are read in one go. */
  load(id: ObjectId): Promise<T | null>;
  /** Those whose `field` is this id, the first 100 by age; of all ids that are asked for in one go, read in one go. */
  loadRelated(field: string, id: ObjectId): Promise<T[]>;
  count(filter: object): Promise<number>;
  insert(document: T, session?: ClientSession): Promise<T>;
  /** The document as it is afterwards, or null where none matches. Shows in `updatedAt` where it has one. */
  update(id: ObjectId, change: UpdateFilter<T>, session?: ClientSession): Promise<T | null>;
  /** How many matched. */
  updateMany(filter: object, change: UpdateFilter<T>, session?: ClientSession): Promise<number>;
  deleteMany(filter: object, session?: ClientSession): Promise<number>;
  /** A row for each combination of `by` among those that match, with sums. */
  totals(filter: object, totals: Totals): Promise<Record<string, unknown>[]>;
}

/** Each value is an expression of MongoDB over the fields of one document. */
interface Totals {
  readonly by: Readonly<Record<string, unknown>>;
  readonly sums: Readonly<Record<string, unknown>>;
  /** In the order of these of `by`. */
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit?: number;
}

/** Of one thing. */
const relatedAtMost = 100;

interface Scope<T extends Owned> {
  readonly database: Database;
  readonly kind: DocumentClass<T>;
  readonly account: ObjectId;
  readonly loaders: Loaders;
}

/** The collection, and a filter with the account in it. */
interface Owning {
  readonly collection: Collection<Owned>;
  owned(filter: object): Filter<Owned>;
}

export function ownedDocuments<T extends Owned>(scope: Scope<T>): OwnedDocuments<T> {
  const { database, kind, account } = scope;
  const owning: Owning = {
    // The driver's own types of a filter cannot be carried through a type parameter.
    collection: database.of(kind) as unknown as Collection<Owned>,
    owned: (filter) => ({ ...filter, account }),
  };
  return { ...reading(scope, owning), ...loading(scope, owning), ...writing(scope, owning) };
}

type Reading = 'find' | 'findOne' | 'require' | 'count' | 'totals';

function reading<T extends Owned>(
  { database, kind }: Scope<T>,
  { collection, owned }: Owning,
): Pick<OwnedDocuments<T>, Reading> {
  const findOne = async (filter: object) => (await collection.findOne(owned(filter))) as T | null;
  return {
    async find(filter, { without = [], as = {}, ...options } = {}) {
      // By the fields it has: to leave out the others takes the database half as long again.
      const isWhole = without.length === 0 && Object.keys(as).length === 0;
      const fields = isWhole ? [] : database.fieldsOf(kind).filter((field) => !without.includes(field));
      const projection = { ...Object.fromEntries(fields.map((field) => [field, 1])), ...as };
      return (await findAll(database.db, collection, owned(filter), { projection, ...options })) as T[];
    },
    findOne,
    async require(id) {
      const found = await findOne({ _id: id });
      if (!found) throw errors.notFound({ kind: wordsOf(kind), id: id.toHexString() });
      return found;
    },
    count: (filter) => collection.countDocuments(owned(filter)),
    async totals(filter, { by, sums, sort = {}, limit }) {
      const summed = Object.entries(sums).map(([name, value]) => [name, { $sum: value }] as const);
      const order = Object.entries(sort).map(([name, way]) => [`_id.${name}`, way] as const);
      const rows = collection.aggregate<Record<string, unknown> & { _id: object }>([
        { $match: owned(filter) },
        { $group: { _id: by, ...Object.fromEntries(summed) } },
        ...(order.length === 0 ? [] : [{ $sort: Object.fromEntries(order) }]),
        ...(limit === undefined ? [] : [{ $limit: limit }]),
      ]);
      return (await rows.toArray()).map(({ _id, ...row }) => ({ ..._id, ...row }));
    },
  };
}

function loading<T extends Owned>(
  { database: { db }, kind, loaders }: Scope<T>,
  owning: Owning,
): Pick<OwnedDocuments<T>, 'load' | 'loadRelated'> {
  const { collection, owned } = owning;
  const these = (ids: readonly ObjectId[]) => findAll(db, collection, owned({ _id: { $in: [...ids] } }));
  const loaderBy = (field: string) =>
    loaders.named(`${kind.name}.${field}`, () => {
      const load = async (ids: readonly ObjectId[]) => {
        const found = (await (field === '_id' ? these(ids) : relatedTo(db, owning, field, ids))) as T[];
        const groups = Map.groupBy(found, (document) => String(Reflect.get(document, field)));
        return ids.map((id) => groups.get(id.toHexString()) ?? []);
      };
      return new DataLoader(load, { cacheKeyFn: (id) => id.toHexString() });
    });
  return {
    load: async (id) => (await loaderBy('_id').load(id))[0] ?? null,
    loadRelated: (field, id) => loaderBy(field).load(id),
  };
}

/** A join, which alone can take so many of each. */
function relatedTo(
  db: Database['db'],
  { collection, owned }: Owning,
  field: string,
  ids: readonly ObjectId[],
): Promise<unknown[]> {
  const stages = [
    { $documents: ids.map((_id) => ({ _id })) },
    {
      $lookup: {
        from: collection.collectionName,
        localField: '_id',
        foreignField: field,
        pipeline: [{ $match: owned({}) }, { $sort: { _id: 1 } }, { $limit: relatedAtMost }],
        as: 'related',
      },
    },
    { $unwind: '$related' },
    { $replaceRoot: { newRoot: '$related' } },
  ];
  return db.aggregate(stages, { batchSize: allAtOnce }).toArray();
}

type Writing = 'insert' | 'update' | 'updateMany' | 'deleteMany';

function writing<T extends Owned>(
  { kind, account }: Scope<T>,
  { collection, owned }: Owning,
): Pick<OwnedDocuments<T>, Writing> {
  const inSession = (session?: ClientSession) => (session ? { session } : {});
  const touched = (change: object): UpdateFilter<Owned> =>
    'updatedAt' in new kind() ? { ...change, $currentDate: { updatedAt: true } } : change;
  return {
    async insert(document, session) {
      const own = Object.assign(document, { account });
      await collection.insertOne(own, inSession(session));
      return own;
    },
    async update(id, change, session) {
      const options = { ...inSession(session), returnDocument: 'after' } as const;
      return (await collection.findOneAndUpdate(owned({ _id: id }), touched(change), options)) as T | null;
    },
    async updateMany(filter, change, session) {
      return (await collection.updateMany(owned(filter), touched(change), inSession(session))).matchedCount;
    },
    async deleteMany(filter, session) {
      return (await collection.deleteMany(owned(filter), inSession(session))).deletedCount;
    },
  };
}

/** `api key` for ApiKey: what people call it. */
function wordsOf({ name }: { readonly name: string }): string {
  return name
    .replace(/^Automation/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}
