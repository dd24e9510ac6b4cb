/** Every operation of the schema, as something that can be sent: its arguments made, and all its fields asked for. */
import { randomUUID } from 'node:crypto';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { ObjectId } from 'mongodb';
import type { Access } from '../access-table.ts';
import { type ThingName, thingNames } from './things.ts';

export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** An argument that is an id, by its path, such as `input.siteId`. */
export interface IdArgument {
  readonly path: string;
  readonly thing: ThingName;
  readonly isRequired: boolean;
}

export function operationsOf(schema: GraphQLSchema): Operation[] {
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  return (['query', 'mutation', 'subscription'] as const).flatMap((kind) =>
    Object.values(roots[kind]?.getFields() ?? {}).map((field) => ({ kind, name: field.name, field })),
  );
}

/**
 * Such as `query ($siteId: ObjectID!) { keywords(siteId: $siteId) { nodes { id } } }`, for these variables; with
 * everything so many levels deep.
 */
export function documentOf({ kind, name, field }: Operation, variables: object, depth = 3): string {
  const args = field.args.filter((arg) => arg.name in variables);
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const head = args.length === 0 ? [kind, name] : [`${kind} (${declared})`, `${name}(${passed})`];
  return `${head[0]} { ${head[1]}${selectionOf(field.type, depth)} }`;
}

/** Everything that needs no arguments, so many levels deep. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  const fields = isObjectType(named) ? Object.values(named.getFields()) : [];
  const shown = fields.flatMap((field) => {
    if (field.name === 'edges' || field.args.some(isRequiredArgument)) return [];
    if (!isCompositeType(getNamedType(field.type))) return [field.name];
    return depth > 1 ? [`${field.name}${selectionOf(field.type, depth - 1)}`] : [];
  });
  return ` { __typename ${shown.join(' ')} }`;
}

/** What each argument and field of an input is called, where it stands, and whether it must be given. */
interface Place {
  readonly path: string;
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
}

function placesOf({ field }: Operation): Place[] {
  return field.args.map((arg) => ({ path: arg.name, type: arg.type, isRequired: isRequiredArgument(arg) }));
}

function placesIn({ path, type, isRequired }: Place): Place[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).map((field) => ({
    path: `${path}.${field.name}`,
    type: field.type,
    isRequired: isRequired && isRequiredInputField(field),
  }));
}

export function idArgumentsOf(operation: Operation, { ids = {} }: Access): IdArgument[] {
  const found = (place: Place): IdArgument[] => {
    if (getNamedType(place.type).name !== 'ObjectID') return placesIn(place).flatMap(found);
    const { path, isRequired } = place;
    return [{ path, thing: ids[path] ?? thingOf(operation.name, path), isRequired }];
  };
  return placesOf(operation).flatMap(found);
}

/** `siteId` is a site; `id`, `ids` and `filter.ids` are of what the operation is named after. */
function thingOf(operation: string, path: string): ThingName {
  const last = path.split('.').at(-1) ?? '';
  const owner = last.replace(/Ids?$/, '');
  const name = owner === 'id' || owner === 'ids' ? operation : owner;
  const named = thingNames.filter((thing) => name.toLowerCase().includes(thing.toLowerCase()));
  const [thing] = named.sort((a, b) => b.length - a.length);
  if (!thing) throw new TypeError(`Of what kind is ${path} of ${operation}? Say so in the access table: ids`);
  return thing;
}

/** The variables: what must be given, what the table gives, and the ids of `idOf`, who may leave optional ones out. */
export function variablesOf(
  operation: Operation,
  { values = {} }: Access,
  idOf: (path: string) => ObjectId | undefined,
): Record<string, unknown> {
  const valueAt = (place: Place): unknown => {
    const { path, type, isRequired } = place;
    if (path in values) return values[path];
    const named = getNamedType(type);
    if (named.name === 'ObjectID') return inListOf(type, idOf(path)?.toHexString());
    if (isInputObjectType(named)) {
      const fields = placesIn(place).map((one) => [one.path.split('.').at(-1), valueAt(one)] as const);
      const given = fields.filter(([, value]) => value !== undefined);
      return given.length === 0 && !isRequired ? undefined : inListOf(type, Object.fromEntries(given));
    }
    if (!isRequired) return undefined;
    if (isEnumType(named)) return inListOf(type, named.getValues()[0]?.name);
    return inListOf(type, scalarOf(named.name, path.split('.').at(-1) ?? ''));
  };
  const made = placesOf(operation).map((place) => [place.path, valueAt(place)] as const);
  return Object.fromEntries(made.filter(([, value]) => value !== undefined));
}

function inListOf(type: GraphQLInputType, value: unknown): unknown {
  const bare = isNonNullType(type) ? type.ofType : type;
  return value !== undefined && isListType(bare) ? [value] : value;
}

function scalarOf(type: string, name: string): unknown {
  if (type === 'Int' || type === 'Float' || type === 'Credits') return 1;
  if (type === 'Boolean') return true;
  if (type.startsWith('DateTime')) return '2025-12-03T14:05:23.000Z';
  if (name === 'email') return `${randomUUID()}@galley.test`;
  if (name === 'stage') return 'cluster-keywords';
  return `some ${name} ${randomUUID()}`;
}
