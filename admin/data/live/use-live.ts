import { type QueryKey, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { TypedDocumentString } from '../gql/graphql.ts';
import { useWires } from '../wires.ts';
import { calmly } from './calmly.ts';
import type { ConnectionState } from './connection.ts';
import { readLate } from './read-late.ts';

export function useConnection(): ConnectionState {
  const { connection } = useWires().live;
  return useSyncExternalStore(connection.subscribe, () => connection.state);
}

/**
 * How often a snapshot, which was read at this time in ms, is asked for again where no socket brings what is new: in ms;
 * false: not any more.
 */
export type PollEvery<Snapshot> = (snapshot: Snapshot | undefined, readAt: number) => number | false;

export interface LiveOptions<Snapshot, Event, QueryVariables, EventVariables> {
  /** Under which the snapshot stands in react-query's cache; with all that it depends on. */
  readonly key: QueryKey;
  readonly query: TypedDocumentString<Snapshot, QueryVariables>;
  readonly variables: QueryVariables;
  readonly subscription: TypedDocumentString<Event, EventVariables>;
  /** Made of the latest snapshot each time it is subscribed, also over a new socket: so `after` can follow it. */
  readonly follow: (snapshot: Snapshot) => EventVariables;
  /** The snapshot after an event. It may meet one that the snapshot has already. */
  readonly apply: (snapshot: Snapshot, event: Event) => Snapshot;
  readonly pollEvery: PollEvery<Snapshot>;
  /** Events that come closer together than this, in ms, are one: the last. Only for those that tell the whole state. */
  readonly atMostEveryMs?: number;
  /** False: nothing is asked for yet. */
  readonly enabled?: boolean;
}

/**
 * Something as it is now: a snapshot first, then what the subscription tells, put into the same place of the cache.
 * Over a new socket the snapshot is asked for again. Without a socket it is asked for every so often.
 */
export function useLive<Snapshot, Event, QueryVariables, EventVariables extends object>(
  options: LiveOptions<Snapshot, Event, QueryVariables, EventVariables>,
): UseQueryResult<Snapshot> {
  const { key, query, variables, subscription, pollEvery, enabled = true } = options;
  const { ask, live } = useWires();
  const connection = useConnection();
  const cache = useQueryClient();
  const latest = useRef(options);
  latest.current = options;
  const name = JSON.stringify(key);
  const result = useQuery<Snapshot>({
    queryKey: key,
    queryFn: ({ signal }) => ask(query, variables, signal),
    enabled,
    refetchInterval: ({ state }) =>
      connection === 'open' ? false : pollEvery(state.data, state.dataUpdatedAt),
  });
  const hasSnapshot = result.data !== undefined;

  useEffect(() => {
    if (!enabled || !hasSnapshot) return;
    const at: QueryKey = JSON.parse(name);
    const now = () => cache.getQueryData<Snapshot>(at);
    const following = (): EventVariables => {
      const snapshot = now();
      return snapshot === undefined ? ({} as EventVariables) : latest.current.follow(snapshot);
    };
    const take = (event: Event) => {
      // What was read before the event must not come after it.
      void cache.cancelQueries({ queryKey: at }, { silent: true });
      cache.setQueryData<Snapshot>(at, (snapshot) =>
        snapshot === undefined ? snapshot : latest.current.apply(snapshot, event),
      );
    };
    const calm = latest.current.atMostEveryMs;
    const { tell, stop } = calm === undefined ? { tell: take, stop() {} } : calmly(take, calm);
    const leave = live.watch(subscription, readLate(following), tell);
    return () => {
      leave();
      stop();
    };
  }, [enabled, hasSnapshot, name, subscription, live, cache]);

  useOnReopened(connection, () => void cache.invalidateQueries({ queryKey: key }));
  return result;
}

/** Calls back when the socket is open again that was lost. */
function useOnReopened(connection: ConnectionState, onReopened: () => void): void {
  const before = useRef(connection);
  const call = useRef(onReopened);
  call.current = onReopened;
  useEffect(() => {
    if (connection === 'open' && before.current !== 'none') call.current();
    before.current = connection;
  }, [connection]);
}
