import type { IncomingMessage } from 'node:http';
import { type Caller, callerOf } from '../auth/caller.ts';
import type { KnownPrograms } from '../auth/known-programs.ts';
import { lookOver } from '../auth/look-over.ts';
import { type CallerChange, watchCallers } from '../auth/watch-callers.ts';
import type { Engine } from '../engine/engine.ts';
import { credentialsOf } from './credentials.ts';
import type { TransportLimits } from './limits/transport-limits.ts';

/** As in the graphql-ws protocol: a client does not try again after the first, and does after the second. */
const closeCodes = { ended: 4401, changed: 4403 } as const;
const reasons = { ended: 'Unauthorized', changed: 'Forbidden' } as const;

interface Socket {
  readonly readyState: number;
  readonly CLOSED: number;
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
}

export interface SocketGuard {
  /**
   * For a socket's first message: true where a caller stands behind it. From then on it is closed as soon as the
   * caller's session, key or user ends (4401), or what they may do changes (4403). Nobody's is closed at once (4401),
   * and one that is closed already is not let in.
   */
  admit(socket: Socket, request: IncomingMessage): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Closes sockets whose callers are no more what they were, in whichever process that was decided, and has what is
 * known of them forgotten.
 */
export async function guardSockets(
  { database, now, log }: Pick<Engine, 'database' | 'now' | 'log'>,
  programs: KnownPrograms,
  { lookOverMs }: Pick<TransportLimits, 'lookOverMs'>,
): Promise<SocketGuard> {
  const held = new Map<Socket, Caller>();
  const onChange = ({ id, what }: CallerChange) => {
    programs.forget(id);
    for (const [socket, caller] of held) {
      if (restsOn(caller, id)) socket.close(closeCodes[what], reasons[what]);
    }
  };
  const lookOverAll = async () => {
    for (const change of await lookOver(database, [...held.values()], now())) onChange(change);
  };
  const unwatch = await watchCallers(database, { log, onChange, onOpen: lookOverAll });
  const timer = setInterval(() => {
    lookOverAll().catch((error) => log.warn({ err: error }, 'callers of sockets not looked over'));
  }, lookOverMs);
  timer.unref();
  return {
    async admit(socket, request) {
      const caller = await callerOf(database, credentialsOf(request), now());
      if (caller.kind === 'nobody') {
        socket.close(closeCodes.ended, reasons.ended);
        return false;
      }
      // Its end was told while its caller was read, and is not told again.
      if (socket.readyState === socket.CLOSED) return false;
      held.set(socket, caller);
      socket.once('close', () => held.delete(socket));
      // What ended after it was read and before it was held is told to nobody.
      const changes = await lookOver(database, [caller], now());
      for (const change of changes) onChange(change);
      return changes.length === 0;
    },
    async close() {
      clearInterval(timer);
      await unwatch();
    },
  };
}

function restsOn(caller: Caller, id: CallerChange['id']): boolean {
  if (caller.kind === 'person') return caller.session._id.equals(id) || caller.user._id.equals(id);
  return caller.kind === 'program' && caller.apiKey._id.equals(id);
}
