/** Most bytes of all pages that are kept. */
const maxBytes = 33_554_432;
/** Most keys that are remembered to have been asked for once. */
const maxSeen = 1_000;
/** A longer query is nobody's habit. */
const maxKeyLength = 2_048;

/**
 * Keeps whole pages that are asked for again and again while nothing is written, as clients do that poll. Such a page
 * costs what a ready answer costs. A page is kept from the second time on, so that walking through a log keeps none.
 */
export class PageCache {
  readonly #pages = new Map<string, Buffer>();
  readonly #seen = new Set<string>();
  #bytes = 0;
  #writes = -1;

  /** The page that `key` stood for when as many writes had happened. Its bytes are shared and must stay as they are. */
  find(key: string, writes: number): Buffer | undefined {
    if (writes !== this.#writes) {
      this.#forget();
      this.#writes = writes;
    }
    return this.#pages.get(key);
  }

  /** Takes note of a page; `writes` is their number from before the store was asked. */
  offer(key: string, writes: number, page: Buffer): void {
    if (writes !== this.#writes || key.length > maxKeyLength || page.length > maxBytes) return;
    if (!this.#seen.has(key)) {
      if (this.#seen.size === maxSeen) this.#seen.clear();
      this.#seen.add(key);
      return;
    }
    if (this.#pages.has(key)) return;
    if (this.#bytes + page.length > maxBytes) this.#forget();
    this.#pages.set(key, Buffer.from(page));
    this.#bytes += page.length;
  }

  #forget(): void {
    this.#pages.clear();
    this.#seen.clear();
    this.#bytes = 0;
  }
}
