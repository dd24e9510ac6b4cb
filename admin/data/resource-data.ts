import type { Ask } from './ask.ts';
import type { SortOrder } from './gql/graphql.ts';

/** A thing of the API, as far as pages asked for it. */
export interface Item {
  readonly id: string;
}

export interface Connection {
  readonly nodes: readonly Item[];
  readonly totalCount: number;
  /** Where a list can be walked through. */
  readonly pageInfo?: { readonly endCursor?: string | null | undefined };
}

/** What a list asks for. */
export interface ListRequest {
  /** The site that is chosen; empty where none is. */
  readonly siteId: string;
  /** Named as the API's filter has them: `search`, `status`. */
  readonly filter: object;
  readonly sort: { readonly field: string; readonly order: SortOrder } | undefined;
  /** With a cursor, what comes after it. */
  readonly page: { readonly first: number; readonly offset: number; readonly after?: string };
}

/** Which things a bulk operation is about: those with these ids or, without, all that match the filter. */
export interface Choice {
  readonly siteId: string;
  readonly ids?: string[];
  readonly filter?: object;
}

/** What an operation of many came to. */
export interface Outcome {
  readonly changed: number;
  readonly leftOutCount: number;
  /** The first of them, each with the end of a sentence that says why. */
  readonly leftOut: readonly { readonly why: string }[];
}

/** What a form has sent, by the names of its inputs. */
export type Fields = object;

/** How react-admin's nine methods are carried out for one kind of thing. What is missing cannot be done to it. */
export interface ResourceData {
  list(request: ListRequest, ask: Ask): Promise<Connection>;
  one?(id: string, ask: Ask): Promise<Item>;
  /** True where lists take `filter.ids`, so that many are one request. */
  readonly hasIdFilter?: boolean;
  create?(fields: Fields, siteId: string, ask: Ask): Promise<Item>;
  /** `changes` are those fields alone that were edited. */
  update?(id: string, changes: Fields, ask: Ask): Promise<Item>;
  updateMany?(choice: Choice, changes: Fields, ask: Ask): Promise<Outcome>;
  deleteMany?(choice: Choice, ask: Ask): Promise<Outcome | undefined>;
}

/** An API's sort for a column, where the API can sort by it. */
export function sortBy<Field extends string>(
  sort: ListRequest['sort'],
  fields: Readonly<Record<string, Field>>,
): { field: Field; order: SortOrder } | undefined {
  const field = sort && fields[sort.field];
  return field && { field, order: sort.order };
}
