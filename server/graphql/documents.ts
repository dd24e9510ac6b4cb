/**
 * The tenancy chokepoint: resolvers get and change documents only through here, and every filter and every new
 * document carries the caller's account. A foreign id is an id that does not exist.
 */
import DataLoader from 'dataloader';
import type { ClientSession, Collection, Filter, ObjectId, Sort, UpdateFilter } from 'mongodb';
import type { Database, DocumentClass } from '../db/database.ts';
import { errors } from '../errors.ts';

/** What belongs to an account. */
export interface Owned {
  _id: ObjectId;
  account: ObjectId;
}

export interface ListOptions {
  readonly sort?: Sort;
  readonly skip?: number;
  readonly limit?: number;
}

/** One kind of document, of one account. */
export interface OwnedDocuments<T extends Owned> {
  find(filter: object, options?: ListOptions): Promise<T[]>;
  findOne(filter: object): Promise<T | null>;
  /** Throws NOT_FOUND. */
  require(id: ObjectId): Promise<T>;
  /** The document, or null; all that are asked for in one go are read in one go. */
  load(id: ObjectId): Promise<T | null>;
  /** Those whose `field` is this id, the eldest first, at most 1,000 in one go; read in one go as with `load`. */
  loadRelated(field: string, id: ObjectId): Promise<T[]>;
  count(filter: object): Promise<number>;
  insert(document: T, session?: ClientSession): Promise<T>;
  /** The document as it is afterwards, or null where none matches. Shows in `updatedAt` where it has one. */
  update(id: ObjectId, change: UpdateFilter<T>, session?: ClientSession): Promise<T | null>;
  /** How many matched. */
  updateMany(filter: object, change: UpdateFilter<T>, session?: ClientSession): Promise<number>;
  deleteMany(filter: object, session?: ClientSession): Promise<number>;
}

const relatedAtOnce = 1_000;
/** Documents that come with the first answer: the driver's own 101 would make a longer list a further round trip. */
const batchSize = 10_000;

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
    return ownedDocuments(this.#database.of(kind), kind, this.account, this.#loaders);
  }
}

function ownedDocuments<T extends Owned>(
  typed: Collection<T>,
  kind: DocumentClass<T>,
  account: ObjectId,
  loaders: Map<string, DataLoader<ObjectId, unknown, string>>,
): OwnedDocuments<T> {
  // The driver's own types of a filter cannot be carried through a type parameter.
  const collection = typed as unknown as Collection<Owned>;
  const owned = (filter: object): Filter<Owned> => ({ ...filter, account });
  const inSession = (session?: ClientSession) => (session ? { session } : {});
  const touched = (change: object): UpdateFilter<Owned> =>
    'updatedAt' in new kind() ? { ...change, $currentDate: { updatedAt: true } } : change;
  const all = async (documents: Promise<unknown[]>) => (await documents) as T[];
  const loaderBy = (field: string): DataLoader<ObjectId, T[], string> => {
    const name = `${kind.name}.${field}`;
    const known = loaders.get(name);
    if (known) return known as DataLoader<ObjectId, T[], string>;
    const load = async (ids: readonly ObjectId[]) => {
      const options = { sort: { [field]: 1, _id: 1 }, limit: relatedAtOnce, batchSize } as const;
      const found = await all(collection.find(owned({ [field]: { $in: [...ids] } }), options).toArray());
      const groups = Map.groupBy(found, (document) => String(Reflect.get(document, field)));
      return ids.map((id) => groups.get(id.toHexString()) ?? []);
    };
    const loader = new DataLoader(load, { cacheKeyFn: (id: ObjectId) => id.toHexString() });
    loaders.set(name, loader);
    return loader;
  };
  return {
    find: (filter, options) => all(collection.find(owned(filter), { batchSize, ...options }).toArray()),
    findOne: async (filter) => (await collection.findOne(owned(filter))) as T | null,
    async require(id) {
      const found = (await collection.findOne(owned({ _id: id }))) as T | null;
      if (!found) throw errors.notFound({ kind: kind.name.toLowerCase(), id: id.toHexString() });
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
  };
}
