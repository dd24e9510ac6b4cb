import { type GraphQLResolveInfo, visit } from 'graphql';

/** Of an operation, which is parsed once however often it is asked. */
const known = new WeakMap<object, ReadonlySet<string>>();

/** Whether the operation has a field of this name anywhere: what it has not need not be read. */
function asksFor({ operation, fragments }: GraphQLResolveInfo, field: string): boolean {
  const names = known.get(operation) ?? fieldsIn([operation, ...Object.values(fragments)]);
  known.set(operation, names);
  return names.has(field);
}

/** Those of these fields that the operation has nowhere, by their names or, such as `siteId`, as ids. */
export function unasked(info: GraphQLResolveInfo, fields: readonly string[]): readonly string[] {
  return fields.filter((field) => !asksFor(info, field) && !asksFor(info, `${field}Id`));
}

function fieldsIn(nodes: readonly Parameters<typeof visit>[0][]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) visit(node, { Field: ({ name }) => void names.add(name.value) });
  return names;
}
