import { createContext, useContext } from 'react';
import type { Ask } from './ask.ts';
import type { LiveClient } from './live/live-client.ts';
import type { Session } from './session.ts';

export interface Wires {
  readonly ask: Ask;
  readonly live: LiveClient;
  readonly session: Session;
}

/** The ways to the API, for what react-admin's data provider has no method for. */
export const WiresContext = createContext<Wires | null>(null);

export function useWires(): Wires {
  const wires = useContext(WiresContext);
  if (!wires) throw new Error('WiresContext is missing above this component.');
  return wires;
}
