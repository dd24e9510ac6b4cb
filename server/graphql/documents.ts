/**
 * The tenancy chokepoint: resolvers get and change documents only through here, and every filter and every new
 * document carries the caller's account. A foreign id is an id that does not exist.
 */
import DataLoader from 'dataloader';
import type { ClientSession, Collection, Filter, ObjectId, UpdateFilter } from 'mongodb';
import { Account } from '../../schema/account.ts';
import type { Database, DocumentClass } from '../db/database.ts';
import { allAtOnce, type FindOptions, findAll } from '../db/find-all.ts';
import { errors } from '../errors.ts';

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

/** Made anew for each request: it remembers what it has loaded. */
export class AccountDocuments {
  readonly account: ObjectId;
  readonly #database: Database;
  readonly #loaders = new Map<string, DataLoader<ObjectId, unknown, string>>();
  readonly #batchers = new Map<string, unknown>();

  constructor(database: Database, account: ObjectId) {
    this.#database = database;
    this.account = account;
  }

  /** The account itself. */
  async ownAccount(): Promise<Account> {
    const found = await this.#database.of(Account).findOne({ _id: this.account });
    if (!found) throw errors.notFound({ kind: 'account', id: this.account.toHexString() });
    return found;
  }

  /**
   * The request's one loader of this name, made at its first use: what is asked for in one go is read in one go. It
   * remembers nothing beyond that, so that a subscription never sees what was.
   */
  loader<Key, Value>(
    name: string,
    keyOf: (key: Key) => string,
    load: (keys: readonly Key[]) => Promise<readonly Value[]>,
  ): DataLoader<Key, Value, string> {
    const known = this.#batchers.get(name);
    if (known) return known as DataLoader<Key, Value, string>;
    const made: DataLoader<Key, Value, string> = new DataLoader(
      (keys) => {
        made.clearAll();
        return load(keys);
      },
      { cacheKeyFn: keyOf },
    );
    this.#batchers.set(name, made);
    return made;
  }

  of<T extends Owned>(kind: DocumentClass<T>): OwnedDocuments<T> {
    return ownedDocuments(this.#database, kind, this.account, this.#loaders);
  }
}

function ownedDocuments<T extends Owned>(
  { db, of, fieldsOf }: Database,
  kind: DocumentClass<T>,
  account: ObjectId,
  loaders: Map<string, DataLoader<ObjectId, unknown, string>>,
): OwnedDocuments<T> {
  // The driver's own types of a filter cannot be carried through a type parameter.
  const collection = of(kind) as unknown as Collection<Owned>;
  const owned = (filter: object): Filter<Owned> => ({ ...filter, account });
  const inSession = (session?: ClientSession) => (session ? { session } : {});
  const touched = (change: object): UpdateFilter<Owned> =>
    'updatedAt' in new kind() ? { ...change, $currentDate: { updatedAt: true } } : change;
  const all = async (documents: Promise<unknown[]>) => (await documents) as T[];
  const these = (ids: readonly ObjectId[]) => findAll(db, collection, owned({ _id: { $in: [...ids] } }));
  /** A join, which alone can take so many of each. */
  const relatedTo = (field: string, ids: readonly ObjectId[]) =>
    db
      .aggregate(
        [
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
        ],
        { batchSize: allAtOnce },
      )
      .toArray();
  const loaderBy = (field: string): DataLoader<ObjectId, T[], string> => {
    const name = `${kind.name}.${field}`;
    const known = loaders.get(name);
    if (known) return known as DataLoader<ObjectId, T[], string>;
    const load = async (ids: readonly ObjectId[]) => {
      const found = await all(field === '_id' ? these(ids) : relatedTo(field, ids));
      const groups = Map.groupBy(found, (document) => String(Reflect.get(document, field)));
      return ids.map((id) => groups.get(id.toHexString()) ?? []);
    };
    const loader = new DataLoader(load, { cacheKeyFn: (id: ObjectId) => id.toHexString() });
    loaders.set(name, loader);
    return loader;
  };
  return {
    find: (filter, { without = [], as = {}, ...options } = {}) => {
      // By the fields it has: to leave out the others takes the database half as long again.
      const isWhole = without.length === 0 && Object.keys(as).length === 0;
      const fields = isWhole ? [] : fieldsOf(kind).filter((field) => !without.includes(field));
      const projection = { ...Object.fromEntries(fields.map((field) => [field, 1])), ...as };
      return all(findAll(db, collection, owned(filter), { projection, ...options }));
    },
    findOne: async (filter) => (await collection.findOne(owned(filter))) as T | null,
    async require(id) {
      const found = (await collection.findOne(owned({ _id: id }))) as T | null;
      if (!found) throw errors.notFound({ kind: wordsOf(kind), id: id.toHexString() });
      return found;
    },
    load: async (id) => (await loaderBy('_id').load(id))[0] ?? null,
    loadRelated: (field, id) => loaderBy(field).load(id),
    count: (filter) => collection.countDocuments(owned(filter)),
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

/** `api key` for ApiKey: what people call it. */
function wordsOf({ name }: { readonly name: string }): string {
  return name
    .replace(/^Automation/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}
