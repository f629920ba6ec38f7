import type { ServerResponse } from "node:http";

const smallest = 1_048_576;
/** Most bytes that are kept waiting for the next page. */
const maxFree = 33_554_432;

/**
 * Lends buffers to build pages in. A fresh buffer of that size costs several times what filling it does, so a page's
 * buffer is used again once its response is closed.
 */
export class OutputPool {
  readonly #free: Buffer[] = [];
  #freeBytes = 0;

  /** A buffer of at least `size` bytes with anything in it; it is taken back when `response` closes. */
  lend(size: number, response: ServerResponse): Buffer {
    const index = this.#free.findIndex((buffer) => buffer.length >= size);
    let buffer: Buffer;
    if (index === -1) {
      buffer = Buffer.allocUnsafeSlow(roundUp(size));
    } else {
      buffer = this.#free.splice(index, 1)[0] as Buffer;
      this.#freeBytes -= buffer.length;
    }
    // Not at `finish`: the socket may still be reading from it then.
    response.once("close", () => this.#takeBack(buffer));
    return buffer;
  }

  #takeBack(buffer: Buffer): void {
    if (this.#freeBytes + buffer.length > maxFree) return;
    this.#freeBytes += buffer.length;
    this.#free.push(buffer);
    this.#free.sort((a, b) => a.length - b.length);
  }
}

function roundUp(size: number): number {
  let length = smallest;
  while (length < size) length *= 2;
  return length;
}
