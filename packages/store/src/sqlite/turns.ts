import { StoreError } from "../store-error.js";

/** How long pieces of searches may hold the event loop before everything else has its turn, in ms. */
const turnLength = 12;
/** Searches that go on after their first piece at once; the others wait, and hold next to nothing. */
const mostRunning = 8;
/** Searches that may wait. */
const mostWaiting = 1_000;

interface Piece {
  readonly run: () => void;
  readonly end: (reason: unknown) => void;
}

/**
 * Lets long searches share the event loop with everything else. A search is cut into pieces; between two of them requests
 * are answered, and other searches have theirs. What is done in a few pieces while nothing else searches does not wait.
 */
export class Turns {
  readonly #clock: () => number;
  #pieces: Piece[] = [];
  #waiting: { readonly start: () => void; readonly end: (reason: unknown) => void }[] = [];
  #running = 0;
  #spent = 0;
  #started: number | undefined;
  #scheduled = false;

  /** `clock` gives milliseconds and never goes back. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Milliseconds until the next piece has to wait, or the one that is running should end. */
  get left(): number {
    const running = this.#started === undefined ? 0 : this.#clock() - this.#started;
    return turnLength - this.#spent - running;
  }

  /** Runs one piece, in the order of asking. */
  piece<T>(run: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const measured = () => {
        const start = this.#clock();
        this.#started = start;
        try {
          resolve(run());
        } catch (error) {
          reject(error);
        } finally {
          this.#spent += this.#clock() - start;
          this.#started = undefined;
        }
      };
      if (this.#pieces.length === 0 && this.left > 0) measured();
      else this.#pieces.push({ run: measured, end: reject });
      this.#schedule();
    });
  }

  /** Resolves when a search may go on after its first piece; it has to call `leave` when it ends. */
  async enter(): Promise<void> {
    if (this.#running < mostRunning) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= mostWaiting) {
      throw new StoreError(
        "unavailable",
        `${mostRunning} searches that no index answers are running and ${mostWaiting} are waiting. Try again later, or filter by ` +
          "what is indexed.",
      );
    }
    return new Promise((resolve, reject) => this.#waiting.push({ start: resolve, end: reject }));
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next.start();
  }

  /** Ends every search that is under way. */
  end(reason: unknown): void {
    for (const { end } of [...this.#pieces.splice(0), ...this.#waiting.splice(0)]) end(reason);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    // Once a turn of the event loop, after it has looked for requests.
    setImmediate(() => {
      this.#scheduled = false;
      this.#spent = 0;
      for (let piece = this.#pieces.shift(); piece !== undefined; piece = this.#pieces.shift()) {
        piece.run();
        if (this.left <= 0) break;
      }
      if (this.#pieces.length > 0 || this.#spent > 0) this.#schedule();
    });
  }
}
