import { errors } from '../errors.ts';

/** The other end of an HTTP request, for what signs in and out there. */
export interface Browser {
  /** Address of the client. */
  readonly ip: string;
  /** Where its person reaches us, such as `https://galley.example.com`. */
  readonly origin: string;
  /** Makes it keep a session's token. */
  keepSession(token: string): void;
  forgetSession(): void;
}

/** At the other end of a socket, where no cookie can be set and no mutation comes. Throws WRONG_TRANSPORT. */
export const noBrowser: Browser = {
  get ip(): string {
    throw notOverSocket();
  },
  get origin(): string {
    throw notOverSocket();
  },
  keepSession() {
    throw notOverSocket();
  },
  forgetSession() {
    throw notOverSocket();
  },
};

function notOverSocket() {
  return errors.wrongTransport({ operation: 'mutation', transport: 'a WebSocket', other: 'HTTP' });
}
