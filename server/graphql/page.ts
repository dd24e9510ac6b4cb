/** Pages of a list by its sort: a page begins where the index is entered, however deep. */
import { ObjectId } from 'mongodb';
import { z } from 'zod';
import { Site } from '../../schema/site.ts';
import { errors } from '../errors.ts';
import type { Page } from './connection.ts';
import type { AccountDocuments } from './documents.ts';
import type { ListOptions, Owned, OwnedDocuments } from './owned-documents.ts';

export interface PageOf {
  readonly first: number;
  readonly after?: string | undefined;
  readonly offset: number;
  /** Fields that nobody asks for: the nodes come without them. */
  readonly without?: readonly string[];
}

/** By one field of the documents, and by their ids where that is equal. */
export interface SortBy {
  readonly field: string;
  readonly direction: 1 | -1;
}

/** Throws INVALID_CURSOR. */
export async function pageOf<T extends Owned>(
  documents: OwnedDocuments<T>,
  filter: object,
  { field, direction }: SortBy,
  { first, after, offset, without = [] }: PageOf,
): Promise<Page<T>> {
  const start = after === undefined ? undefined : parseCursor(after);
  const sort = field === '_id' ? { _id: direction } : { [field]: direction, _id: direction };
  const filters = start
    ? rangesBeyond(field, direction, start).map((range) => ({ $and: [filter, range] }))
    : [filter];
  const read = {
    ...{ sort, skip: offset, limit: first + 1 },
    // Cursors are made of the sort's.
    without: without.filter((name) => name !== field),
  };
  const found = await findIn(documents, filters, read);
  const nodes = found.slice(0, first);
  const cursor = (node: T) => cursorOf(Reflect.get(node, field), node._id);
  const [head, last] = [nodes.at(0), nodes.at(-1)];
  return {
    nodes,
    // Made when they are asked for: most ask for nodes alone.
    get edges() {
      return nodes.map((node) => ({ node, cursor: cursor(node) }));
    },
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: start !== undefined || offset > 0,
      startCursor: head ? cursor(head) : null,
      endCursor: last ? cursor(last) : null,
    },
    count: () => documents.count(filter),
  };
}

/**
 * A page of what belongs to a site. Throws NOT_FOUND where the account has no such site: it is looked for only where
 * the page is empty, as whatever is found shows that it is there.
 */
export async function pageOfSite<T>(
  documents: AccountDocuments,
  site: ObjectId,
  page: Promise<Page<T>>,
): Promise<Page<T>> {
  const found = await page;
  if (found.nodes.length === 0) await documents.of(Site).require(site);
  return found;
}

type Value = string | number | boolean | Date | ObjectId | null;

interface Place {
  readonly value: Value;
  readonly id: ObjectId;
}

/**
 * What comes after the place, as ranges of the index in their order: of an $or over all of them, the database sorts
 * whatever is left of the list where one of its parts has a shorter index. Null sorts before everything, and no
 * comparison finds it.
 */
function rangesBeyond(field: string, direction: 1 | -1, { value, id }: Place): object[] {
  const further = direction === 1 ? '$gt' : '$lt';
  if (field === '_id') return [{ _id: { [further]: id } }];
  const same = { [field]: value, _id: { [further]: id } };
  if (value === null) return direction === 1 ? [same, { [field]: { $ne: null } }] : [same];
  const beyondValue = { [field]: { [further]: value } };
  return direction === 1 ? [same, beyondValue] : [same, beyondValue, { [field]: null }];
}

/** So many of what the filters find, one after the other. */
async function findIn<T extends Owned>(
  documents: OwnedDocuments<T>,
  filters: readonly object[],
  { skip, limit, ...options }: ListOptions & { skip: number; limit: number },
): Promise<T[]> {
  const found: T[] = [];
  let left = skip;
  for (const filter of filters) {
    if (found.length === limit) break;
    const some = await documents.find(filter, { ...options, skip: left, limit: limit - found.length });
    found.push(...some);
    // Where none are left, all of them have been passed over.
    left = some.length > 0 || left === 0 ? 0 : left - (await documents.count(filter));
  }
  return found;
}

function cursorOf(value: unknown, id: ObjectId): string {
  const shown = value instanceof Date ? { at: value.getTime() } : value instanceof ObjectId ? null : value;
  return Buffer.from(JSON.stringify([id.toHexString(), shown ?? null])).toString('base64url');
}

const place = z.tuple([
  z.string().regex(/^[0-9a-f]{24}$/),
  z.union([z.null(), z.string(), z.number(), z.boolean(), z.object({ at: z.number() })]),
]);

/** Of what comes from outside nothing reaches the database but an id and a plain value. */
function parseCursor(cursor: string): Place {
  const read = place.safeParse(jsonIn(Buffer.from(cursor, 'base64url').toString()));
  if (!read.success) throw errors.invalidCursor({ cursor });
  const [id, value] = read.data;
  const isDate = typeof value === 'object' && value !== null;
  return { id: new ObjectId(id), value: isDate ? new Date(value.at) : value };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
