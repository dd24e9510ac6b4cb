/** What a client asks for over a socket: held to the same rules as over HTTP. */
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { errors, GalleyError } from '../../errors.ts';
import type { Context } from '../../graphql/context.ts';
import { checkVariables } from '../../graphql/limits/check-variables.ts';
import { costOf } from '../../graphql/limits/cost.ts';
import type { DocumentLimits } from '../../graphql/limits/document-limits.ts';
import { asGraphQLError } from '../../graphql/limits/rules.ts';

/** A subscription that may be begun, and what it costs. */
export interface Admitted {
  readonly args: ExecutionArgs;
  readonly field: string;
  readonly cost: number | null;
}

export interface AdmitOptions {
  readonly schema: GraphQLSchema;
  readonly rules: readonly ValidationRule[];
  readonly limits: DocumentLimits;
  readonly context: Context;
}

/** Throws GraphQLErrors, one or a list, for what breaks a rule. */
export function admitOperation(payload: SubscribePayload, options: AdmitOptions): Admitted {
  const { schema, rules, limits, context } = options;
  const { query, operationName } = payload;
  const variables = payload.variables ?? {};
  const document = parsed(query, limits.tokens);
  const faults = validate(schema, document, [...specifiedRules, ...rules], { maxErrors: maxFaults });
  if (faults.length > 0) throw faults.map((fault) => coded(fault, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, operationName);
  if (!operation) throw coded(noneOf(operationName), 'OPERATION_RESOLUTION_FAILURE');
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw errors.wrongTransport({ operation: operation.operation, transport: 'a WebSocket', other: 'HTTP' });
  }
  checkVariables(variables);
  const cost = costOf(schema, { document, operationName, variables }, limits.cost);
  const [first] = operation.selectionSet.selections ?? [];
  const field = first && 'name' in first ? first.name.value : 'invalid';
  const args = { schema, document, variableValues: variables, contextValue: context };
  return { args: operationName == null ? args : { ...args, operationName }, field, cost };
}

/** Of a document with more than these, the rest is not looked for. */
export const maxFaults = 10;

function parsed(query: string, maxTokens: number) {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

/** In the words that HTTP has for it. */
function noneOf(operationName: string | null | undefined): GraphQLError {
  return new GraphQLError(
    operationName == null
      ? 'Must provide operation name if query contains multiple operations.'
      : `Unknown operation named "${operationName}".`,
  );
}

function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError: error, extensions: { code } });
}

/** As graphql-ws wants what was thrown. */
export function asGraphQLErrors(error: unknown): readonly GraphQLError[] {
  if (Array.isArray(error)) return error;
  if (error instanceof GraphQLError) return [error];
  if (error instanceof GalleyError) return [asGraphQLError(error)];
  const originalError = error instanceof Error ? error : null;
  return [new GraphQLError('unexpected', { originalError })];
}
