import { useLogoutIfAccessDenied } from 'ra-core';
import { useEffect } from 'react';
import { useConnection } from '../../data/live/use-live.ts';
import { useWires } from '../../data/wires.ts';

/**
 * Leads to the sign-in where a session has ended meanwhile, as found by what pages ask for by themselves, or by the
 * socket. React-admin does so for what is asked for by its own means. By itself, as the socket's state draws it anew.
 */
export function SessionEnd(): null {
  const { session } = useWires();
  const isRefused = useConnection() === 'refused';
  const leave = useLogoutIfAccessDenied();
  useEffect(() => session.onSignedOut((error) => void leave(error)), [session, leave]);
  useEffect(() => {
    if (isRefused) void session.check();
  }, [isRefused, session]);
  return null;
}
