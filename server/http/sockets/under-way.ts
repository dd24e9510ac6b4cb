import type { WebSocket } from 'ws';

/** What is subscribed to over each socket, by the client's ids; each with what takes it off its caller's count. */
export class UnderWay {
  readonly #ofSocket = new WeakMap<WebSocket, Map<string, () => void>>();

  /** False where one of this id has not ended yet. */
  begin(socket: WebSocket, id: string): boolean {
    const ours = this.#of(socket);
    if (ours.has(id)) return false;
    ours.set(id, () => {});
    return true;
  }

  /** It counts from now on: `release` is called once it ends. */
  count(socket: WebSocket, id: string, release: () => void): void {
    this.#of(socket).set(id, release);
  }

  end(socket: WebSocket, id: string): void {
    this.#of(socket).get(id)?.();
    this.#of(socket).delete(id);
  }

  endAll(socket: WebSocket): void {
    for (const id of [...this.#of(socket).keys()]) this.end(socket, id);
  }

  #of(socket: WebSocket): Map<string, () => void> {
    const known = this.#ofSocket.get(socket) ?? new Map<string, () => void>();
    this.#ofSocket.set(socket, known);
    return known;
  }
}
