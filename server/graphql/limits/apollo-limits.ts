import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { errors, GalleyError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { checkVariables } from './check-variables.ts';
import { costOf } from './cost.ts';
import type { DocumentLimits } from './document-limits.ts';
import { asGraphQLError } from './rules.ts';

/** Refuses, over HTTP, what costs too much, and tells in `extensions.cost` what the rest has cost. */
export function apolloLimits(limits: DocumentLimits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let cost: number | null = null;
      return {
        async didResolveOperation({ schema, document, request, operation }) {
          try {
            if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
              throw errors.wrongTransport({
                operation: 'subscription',
                transport: 'HTTP',
                other: 'a WebSocket',
              });
            }
            const { variables = {}, operationName } = request;
            checkVariables(variables);
            cost = costOf(schema, { document, operationName, variables }, limits.cost);
          } catch (error) {
            throw error instanceof GalleyError ? asGraphQLError(error) : error;
          }
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single' || cost === null) return;
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}
