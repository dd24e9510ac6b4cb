/**
 * Variables that are looked up whenever they are sent: a socket that is lost and opened again asks for what comes
 * after what has been seen by then. It works because they are sent as JSON.
 */
export function readLate<Variables extends object>(read: () => Variables): Variables {
  return { toJSON: read } as unknown as Variables;
}
