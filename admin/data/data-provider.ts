import type { DataProvider, GetListParams } from 'ra-core';
import { ApiError, type Ask } from './ask.ts';
import { loadCode } from './load-code.ts';
import type { Choice, Connection, Fields, Item, ListRequest, ResourceData } from './resource-data.ts';

/** As many as the API gives at once. */
const largestPage = 100;

/**
 * React-admin's way to the API, by the table of each resource. What names no site is about the one that is chosen. A
 * list whose `meta` has the `endCursor` of another goes on after that one, whatever has left it meanwhile.
 */
export function createDataProvider(
  ask: Ask,
  tables: Readonly<Record<string, () => Promise<ResourceData>>>,
  chosenSite: () => string | null,
): DataProvider {
  const siteOf = (meta: unknown): string => {
    const { siteId }: { siteId?: string } = Object(meta);
    return siteId ?? chosenSite() ?? '';
  };
  const choiceOf = (ids: readonly unknown[], meta: unknown): Choice => {
    const { filter }: { filter?: Fields } = Object(meta);
    return { siteId: siteOf(meta), ...(filter ? { filter } : { ids: ids.map(String) }) };
  };
  const tableOf = (name: string): Promise<ResourceData> => {
    const table = tables[name];
    if (!table) throw new ApiError(`There is no resource "${name}".`, 'NO_RESOURCE');
    return loadCode(table);
  };
  const method = async <Name extends keyof ResourceData>(name: string, what: Name) => {
    const found = (await tableOf(name))[what];
    if (found === undefined) throw new ApiError(`"${name}" cannot do "${what}".`, 'NO_METHOD');
    return found as NonNullable<ResourceData[Name]>;
  };
  const list = async (name: string, params: Partial<GetListParams> & { signal?: AbortSignal }) => {
    const asking: Ask = (document, variables) => ask(document, variables, params.signal);
    const { page = 1, perPage = largestPage } = params.pagination ?? {};
    const { sort, meta } = params;
    const { siteId = siteOf(meta), ...filter } = params.filter ?? {};
    const { endCursor: after }: { endCursor?: string } = Object(meta);
    const request = { siteId, filter, sort: sort && { field: sort.field, order: sort.order } };
    const table = await tableOf(name);
    const { nodes, totalCount, pageInfo } = await pages(perPage, ({ first, offset }) => {
      const step = { first, offset: offset + (page - 1) * perPage, ...(after && { after }) };
      return table.list({ ...request, page: step }, asking);
    });
    return { data: [...nodes], total: totalCount, meta: { endCursor: pageInfo?.endCursor } };
  };
  const one = async (name: string, id: unknown, signal?: AbortSignal) =>
    (await method(name, 'one'))(String(id), (document, variables) => ask(document, variables, signal));
  const provider: DataProvider<string> = {
    supportAbortSignal: true,
    getList: (name, params) => list(name, params) as Promise<never>,
    getOne: async (name, { id, signal }) => ({ data: await one(name, id, signal) }) as never,
    getMany: async (name, { ids, signal }) => {
      if ((await tableOf(name)).hasIdFilter) {
        const { data } = await list(name, { filter: { ids: ids.map(String) }, ...(signal && { signal }) });
        return { data } as never;
      }
      return { data: await Promise.all(ids.map((id) => one(name, id, signal))) } as never;
    },
    getManyReference: (name, { target, id, filter, ...params }) =>
      list(name, { ...params, filter: { ...filter, [target]: id } }) as Promise<never>,
    create: async (name, { data, meta }) =>
      ({ data: await (await method(name, 'create'))(given(data as Fields), siteOf(meta), ask) }) as never,
    update: async (name, { id, data, previousData }) => {
      const changes = changed(data as Fields, previousData as Fields);
      if (Object.keys(changes).length === 0) return { data: previousData } as never;
      return { data: await (await method(name, 'update'))(String(id), changes, ask) } as never;
    },
    updateMany: async (name, { ids, data, meta }) => {
      const outcome = await (await method(name, 'updateMany'))(choiceOf(ids, meta), data as Fields, ask);
      return { data: [...ids], meta: outcome };
    },
    delete: async (name, { id, meta, previousData }) => {
      await (await method(name, 'deleteMany'))(choiceOf([id], meta), ask);
      return { data: previousData ?? { id } } as never;
    },
    deleteMany: async (name, { ids, meta }) => {
      const outcome = await (await method(name, 'deleteMany'))(choiceOf(ids, meta), ask);
      return { data: [...ids], meta: outcome };
    },
  };
  return provider;
}

/** A large page in as many requests as the API needs for it. */
async function pages(
  size: number,
  load: (page: ListRequest['page']) => Promise<Connection>,
): Promise<Connection> {
  const nodes: Item[] = [];
  for (;;) {
    const first = Math.min(largestPage, size - nodes.length);
    const { nodes: more, ...rest } = await load({ first, offset: nodes.length });
    nodes.push(...more);
    if (nodes.length >= size || more.length < first) return { ...rest, nodes };
  }
}

/** Without what was left empty: a default stands for it. */
function given(data: Fields): Fields {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== null && value !== undefined),
  );
}

function changed(data: Fields, before: Fields = {}): Fields {
  const entries = Object.entries(data);
  const known = new Map(Object.entries(before));
  return Object.fromEntries(
    entries.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(known.get(name))),
  );
}
