import { StoreError } from "../store-error.js";

interface Waiting {
  readonly enter: () => void;
  readonly refuse: (error: unknown) => void;
}

/** Lets at most so many through at a time; the others wait in the order in which they came. */
export class Gate {
  #waiting: Waiting[] = [];
  #free: number;
  readonly #mostWaiting: number;

  constructor(places: number, mostWaiting = Number.POSITIVE_INFINITY) {
    this.#free = places;
    this.#mostWaiting = mostWaiting;
  }

  /** @throws StoreError `unavailable` when as many wait as may. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else if (this.#waiting.length >= this.#mostWaiting) throw tooManyWait(this.#mostWaiting);
    else await new Promise<void>((enter, refuse) => this.#waiting.push({ enter, refuse }));
    try {
      return await work();
    } finally {
      // A place that becomes free goes to the one who waits longest, before anybody new can take it.
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next.enter();
    }
  }

  /** Sends all away who wait. */
  refuseWaiting(error: unknown): void {
    const refused = this.#waiting;
    this.#waiting = [];
    for (const { refuse } of refused) refuse(error);
  }
}

function tooManyWait(waiting: number): StoreError {
  return new StoreError(
    "unavailable",
    `${waiting} searches are waiting for those that run. Try again later, or filter by what is indexed.`,
  );
}
