/** What graphql-ws asks us about a socket: may it be, may this be subscribed to, how are answers shown. */
import type { IncomingMessage } from 'node:http';
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError } from 'graphql';
import { CloseCode, type ServerOptions } from 'graphql-ws';
import { errors } from '../../errors.ts';
import type { Context } from '../../graphql/context.ts';
import type { ErrorFormatter } from '../../graphql/format-error.ts';
import { subscribe } from '../../graphql/live/subscribe.ts';
import type { Metrics } from '../../metrics.ts';
import type { SocketGuard } from '../guard-sockets.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import type { TransportLimits } from '../limits/transport-limits.ts';
import type { SocketExtra } from './attach.ts';
import { type AdmitOptions, admitOperation, asGraphQLErrors } from './operations.ts';
import { PerCaller } from './per-caller.ts';
import { UnderWay } from './under-way.ts';

export interface ProtocolOptions extends Pick<AdmitOptions, 'schema' | 'rules'> {
  readonly documents: AdmitOptions['limits'];
  readonly limits: TransportLimits;
  readonly rate: RateLimit;
  readonly formatError: ErrorFormatter;
  readonly metrics: Metrics;
  readonly guard: SocketGuard;
  /** Who asks, and under which name they are counted. Asked anew for each subscription. */
  callerIn(request: IncomingMessage): Promise<{ context: Context; key: string }>;
}

/** As the graphql-ws protocol has it: a client does not try again. */
const tooManyCode = 4429;

export function protocolFor(options: ProtocolOptions): {
  readonly serverOptions: ServerOptions<Record<string, unknown>, SocketExtra>;
  /** How many are under way. */
  subscriptions(): number;
} {
  const { limits, rate, formatError, metrics, callerIn, guard } = options;
  const sockets = new PerCaller(limits.socketsPerCaller);
  const subscriptions = new PerCaller(limits.subscriptionsPerCaller);
  const underWay = new UnderWay();
  const costs = new WeakMap<object, number>();
  const shown = (error: GraphQLError) => formatError(error.toJSON(), error);
  return {
    subscriptions: () => subscriptions.size,
    serverOptions: {
      connectionInitWaitTimeout: limits.initMs,
      subscribe,
      async onConnect({ extra: { socket, request } }) {
        if (!(await guard.admit(socket, request))) return false;
        const { key } = await callerIn(request);
        // Its end was told meanwhile, and is not told again: it would count for good.
        if (socket.readyState === socket.CLOSED) return false;
        const release = sockets.open(key);
        if (!release) {
          socket.close(tooManyCode, `Too many sockets: ${limits.socketsPerCaller} are allowed`);
          return false;
        }
        socket.once('close', release);
        return socket.readyState === socket.OPEN;
      },
      async onSubscribe({ extra: { socket, request } }, id, payload) {
        // The client has ended it, and it takes a moment to end: begun anew, the two would end each other.
        if (!underWay.begin(socket, id)) {
          socket.close(CloseCode.SubscriberAlreadyExists, 'A subscription of this id has not ended yet');
          return [gone()];
        }
        const startedAt = performance.now();
        const told = (field: string, outcome: 'ok' | 'refused') =>
          metrics.request(field, outcome, (performance.now() - startedAt) / 1_000);
        try {
          const { context, key } = await callerIn(request);
          await rate.take(key);
          const { args, field, cost } = admitOperation(payload, {
            ...options,
            limits: options.documents,
            context,
          });
          if (socket.readyState !== socket.OPEN) throw gone();
          const release = subscriptions.open(key);
          if (!release) throw errors.tooManySubscriptions({ allowed: limits.subscriptionsPerCaller });
          underWay.count(socket, id, release);
          if (cost !== null) costs.set(args, cost);
          told(field, 'ok');
          return args;
        } catch (error) {
          underWay.end(socket, id);
          told('invalid', 'refused');
          return asGraphQLErrors(error);
        }
      },
      async onOperation({ extra: { socket } }, _id, _payload, _args, result) {
        // Whatever ends with a socket has ended by now, without this.
        if (socket.readyState !== socket.OPEN && 'return' in result) await result.return(undefined);
      },
      onError: (_context, _id, _payload, list) => list.map(shown),
      onNext(_context, _id, _payload, args, result) {
        const cost = costs.get(args);
        costs.delete(args);
        return answerOf(result, cost, shown);
      },
      onComplete({ extra: { socket } }, id) {
        underWay.end(socket, id);
      },
      onClose({ extra: { socket } }) {
        underWay.endAll(socket);
      },
    },
  };
}

/** Told to nobody. */
function gone(): GraphQLError {
  return new GraphQLError('The socket is closed.');
}

/** The cost is told with the first answer of a subscription. */
function answerOf(
  { data = null, errors: list, extensions }: Answer,
  cost: number | undefined,
  shown: (error: GraphQLError) => FormattedError,
): FormattedExecutionResult | undefined {
  if (!list && cost === undefined) return undefined;
  return {
    data,
    ...(list && { errors: list.map(shown) }),
    ...(cost === undefined ? extensions && { extensions } : { extensions: { ...extensions, cost } }),
  };
}

type Answer = { [Key in keyof ExecutionResult]: ExecutionResult[Key] | undefined };
type FormattedError = ReturnType<ErrorFormatter>;
