/** Writes to one key run in the order in which they were asked for; writes to different keys run side by side. */
export class WriteOrder {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(key: string, write: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const result = before.then(write);
    // The next one waits for the end of this one, whatever it is.
    const end = result
      .catch(() => undefined)
      .then(() => {
        if (this.#last.get(key) === end) this.#last.delete(key);
      });
    this.#last.set(key, end);
    return result;
  }

  /** Resolves when everything asked for until now has been answered. */
  async settled(): Promise<void> {
    await Promise.all(this.#last.values());
  }
}
