/** How much one caller may ask of a process. */
export interface TransportLimits {
  /** Of a request over HTTP. */
  readonly bodyBytes: number;
  /** Of a message over a socket. */
  readonly messageBytes: number;
  /** Requests, and subscriptions begun, of one caller: a key, a person, or an address. */
  readonly requestsPerMinute: number;
  readonly socketsPerCaller: number;
  readonly subscriptionsPerCaller: number;
  /** How long a socket may wait before it says its first word. */
  readonly initMs: number;
  /** How long a message may wait for its reader, who is dropped then. */
  readonly slowReaderMs: number;
  /** How long a client may take to answer that its socket is closed. */
  readonly goodbyeMs: number;
  /** How often sessions are looked at that nobody ends: they reach a limit. */
  readonly lookOverMs: number;
  /** How much may wait for one reader. */
  readonly unreadBytes: number;
}

export const defaultTransportLimits: TransportLimits = {
  bodyBytes: 1_048_576,
  messageBytes: 65_536,
  requestsPerMinute: 1_200,
  socketsPerCaller: 20,
  subscriptionsPerCaller: 100,
  initMs: 3_000,
  slowReaderMs: 10_000,
  goodbyeMs: 2_000,
  lookOverMs: 60_000,
  unreadBytes: 4_194_304,
};
