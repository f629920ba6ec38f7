/** One transaction of the database behind a queue. */
export interface Transaction {
  begin(): void;
  commit(): void;
  /** Undoes what was done since `begin`, also when the database has already done so itself. Never throws. */
  rollback(): void;
  /** Whether an error concerns the database, not the one write that met it. */
  breaksTransaction(error: unknown): boolean;
}

interface Job {
  readonly run: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Most writes of one transaction, so that a burst does not hold the event loop. */
const batchSize = 500;

/**
 * Gathers the writes of one turn of the event loop into one transaction and answers them after its commit. A write that
 * throws is refused alone, provided that it threw before it changed anything; an error of the database undoes and
 * refuses the whole batch.
 */
export class WriteQueue {
  readonly #transaction: Transaction;
  #jobs: Job[] = [];
  #scheduled = false;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  add<T>(run: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ run, resolve, reject });
      this.#schedule();
    });
  }

  /** Runs what is waiting now. */
  flush(): void {
    while (this.#jobs.length > 0) this.#runBatch();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    // After the poll phase: by then every request that arrived together has asked for its write.
    setImmediate(() => {
      this.#scheduled = false;
      this.#runBatch();
      if (this.#jobs.length > 0) this.#schedule();
    });
  }

  #runBatch(): void {
    const jobs = this.#jobs.splice(0, batchSize);
    if (jobs.length === 0) return;
    const answers: (() => void)[] = [];
    try {
      this.#transaction.begin();
      for (const job of jobs) answers.push(this.#attempt(job));
      this.#transaction.commit();
    } catch (error) {
      this.#transaction.rollback();
      for (const job of jobs) job.reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  #attempt(job: Job): () => void {
    try {
      const value = job.run() as never;
      return () => job.resolve(value);
    } catch (error) {
      if (this.#transaction.breaksTransaction(error)) throw error;
      return () => job.reject(error);
    }
  }
}
