import type { WebSocket } from 'ws';

/** As RFC 6455's registry has it, "try again later": a client connects again, and resumes where it was. */
const slowCode = 1013;
const slowReason = 'Reading too slowly: subscribe again after the last seq you have seen';

const goodbyeMs = 5_000;

export interface Patience {
  /** How long a message may wait to be taken, in ms. */
  readonly slowReaderMs: number;
  /** How much may wait, in bytes. */
  readonly unreadBytes: number;
}

export interface PatientSender {
  /** Resolves when the message is on its way, so that whoever makes messages waits for the reader. */
  send(data: string): Promise<void>;
  stop(): void;
}

/**
 * Sends to a reader who may not keep up. One for whom a message has waited too long, or too much waits, is told so
 * and dropped: by a close frame behind what waits already, and by the end of the connection when that is not taken
 * soon.
 */
export function patientSender(
  socket: WebSocket,
  { slowReaderMs, unreadBytes }: Patience,
  onDrop: () => void,
): PatientSender {
  /** When the messages that still wait were sent; they are taken in this order. */
  const waiting: number[] = [];
  let ending: NodeJS.Timeout | undefined;
  const drop = () => {
    if (ending) return;
    onDrop();
    socket.close(slowCode, slowReason);
    ending = setTimeout(() => socket.terminate(), goodbyeMs);
  };
  const look = setInterval(() => {
    const [oldest] = waiting;
    if (oldest !== undefined && performance.now() - oldest > slowReaderMs) drop();
  }, slowReaderMs / 4);
  return {
    send: (data) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== socket.OPEN) return resolve();
        if (socket.bufferedAmount > unreadBytes) drop();
        waiting.push(performance.now());
        socket.send(data, (error) => {
          waiting.shift();
          if (error) reject(error);
          else resolve();
        });
      }),
    stop() {
      clearInterval(look);
      clearTimeout(ending);
    },
  };
}
