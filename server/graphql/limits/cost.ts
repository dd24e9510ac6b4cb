/** What an operation costs: about as many values as its answer may hold. */
import {
  type DocumentNode,
  type GraphQLSchema,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isListType,
} from 'graphql';
// The package's other build brings a second graphql along, which knows no types made with this one.
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity/cjs';
import { errors } from '../../errors.ts';

export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many a list counts for that has no `first`: most hold fewer, and are bounded elsewhere. */
const unboundedList = 10;

/** A page counts its values `first` times, whether they are asked for as nodes or as edges. */
const estimate: ComplexityEstimator = ({ args, field, type, childComplexity }) => {
  if (typeof args.first === 'number') return 1 + Math.max(0, args.first) * childComplexity;
  const listed = getNullableType(field.type);
  const isPage = type.name.endsWith('Connection');
  if (isListType(listed) && !isPage && isCompositeType(getNullableType(listed.ofType))) {
    return 1 + unboundedList * childComplexity;
  }
  return 1 + childComplexity;
};

/** What operations have cost, by what their cost depends on. Apollo keeps the documents that are sent again and again. */
const known = new WeakMap<DocumentNode, Map<string, number>>();
/** Of one document: whoever sends it with ever other numbers pays for the count. */
const knownAtMost = 100;

/**
 * Null where it has no operation of that name or its variables are not valid: then it is not carried out either.
 * Throws COST_TOO_HIGH.
 */
export function costOf(schema: GraphQLSchema, operation: Operation, allowed: number): number | null {
  const { document, operationName, variables } = operation;
  // Sizes of pages and what is left out: no text or object changes what it costs.
  const telling = Object.entries(variables).filter(([, value]) => /^(number|boolean)$/.test(typeof value));
  const key = JSON.stringify([operationName, telling]);
  const costs = known.get(document) ?? new Map<string, number>();
  const cost = costs.get(key) ?? counted(schema, operation);
  if (cost === null) return null;
  if (cost > allowed) throw errors.costTooHigh({ cost, allowed });
  if (costs.size < knownAtMost) known.set(document, costs.set(key, cost));
  return cost;
}

function counted(schema: GraphQLSchema, { document, operationName, variables }: Operation): number | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const given = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (given.errors) return null;
  return getComplexity({
    schema,
    query: document,
    variables,
    ...(operation.name && { operationName: operation.name.value }),
    estimators: [estimate],
  });
}
