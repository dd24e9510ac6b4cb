import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  type ValidationRule,
} from 'graphql';
import type { Context } from '../graphql/context.ts';
import type { ErrorFormatter } from '../graphql/format-error.ts';
import { apolloLimits } from '../graphql/limits/apollo-limits.ts';
import type { DocumentLimits } from '../graphql/limits/document-limits.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { maxFaults } from './sockets/operations.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly rules: readonly ValidationRule[];
  readonly documents: DocumentLimits;
  readonly formatError: ErrorFormatter;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Before a mutation is answered. */
  onMutation(): void;
}

/** GraphQL over HTTP. One operation a request, and never one that another site's page can send. */
export async function startApollo(options: ApolloOptions): Promise<ApolloServer<Context>> {
  const { schema, rules, documents, formatError, log, metrics, onMutation } = options;
  const apollo = new ApolloServer<Context>({
    schema,
    formatError,
    validationRules: [...rules],
    validationOptions: { maxErrors: maxFaults },
    parseOptions: { maxTokens: documents.tokens },
    // Our own rules see to it, for sockets too.
    introspection: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    // Who started us decides how we end.
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // Answers are one caller's own and are cached by nobody: to look for hints at every field would cost for nothing.
      ApolloServerPluginCacheControlDisabled(),
      apolloLimits(documents),
      counting(metrics),
      tellingMutations(onMutation),
    ],
  });
  await apollo.start();
  return apollo;
}

function tellingMutations(onMutation: () => void): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation }) {
          if (operation?.operation === OperationTypeNode.MUTATION) onMutation();
        },
      };
    },
  };
}

function counting(metrics: Metrics): ApolloServerPlugin<Context> {
  return {
    async invalidRequestWasReceived() {
      metrics.request('invalid', 'refused', 0);
    },
    async requestDidStart() {
      const startedAt = performance.now();
      return {
        async willSendResponse({ operation, response: { body } }) {
          const list = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          const isFault = list.some(({ extensions }) => extensions?.code === 'INTERNAL_ERROR');
          const outcome = isFault ? 'failed' : list.length > 0 ? 'refused' : 'ok';
          metrics.request(rootFieldOf(operation), outcome, (performance.now() - startedAt) / 1_000);
        },
      };
    },
  };
}

/** By its first field, which the schema names: the names that callers give to operations are without end. */
function rootFieldOf(operation: OperationDefinitionNode | undefined): string {
  const [first] = operation?.selectionSet.selections ?? [];
  if (!first) return 'invalid';
  if (first.kind !== 'Field') return 'fragment';
  return first.name.value.startsWith('__') ? 'introspection' : first.name.value;
}
