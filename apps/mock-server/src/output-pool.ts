import type { ServerResponse } from "node:http";

const smallest = 1_048_576;
/** Most bytes that are kept waiting for the next page. */
const maxFree = 33_554_432;

/**
 * Lends buffers to build pages in. A fresh buffer of that size costs several times what filling it does, so a page's
 * buffer is used again once its response is closed.
 */
export class OutputPool {
  /** By length. The last one given back is lent first: it is the one the processor's cache still holds. */
  readonly #free = new Map<number, Buffer[]>();
  #freeBytes = 0;

  /** A buffer of at least `size` bytes with anything in it; it is taken back when `response` closes. */
  lend(size: number, response: ServerResponse): Buffer {
    let length = smallest;
    while (length < size) length *= 2;
    let buffer = this.#free.get(length)?.pop();
    if (buffer === undefined) buffer = Buffer.allocUnsafeSlow(length);
    else this.#freeBytes -= length;
    const lent = buffer;
    // Not at `finish`: the socket may still be reading from it then.
    response.once("close", () => this.#takeBack(lent));
    return lent;
  }

  #takeBack(buffer: Buffer): void {
    if (this.#freeBytes + buffer.length > maxFree) return;
    this.#freeBytes += buffer.length;
    const kept = this.#free.get(buffer.length);
    if (kept === undefined) this.#free.set(buffer.length, [buffer]);
    else kept.push(buffer);
  }
}
