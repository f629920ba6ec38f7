import type { FetchLike } from "@org/client/core";

/** Where text goes. */
export interface Output {
  /** Resolves when the text has been taken, so that a slow reader slows the writer. @throws OutputClosedError or OutputFailedError */
  write(text: string): Promise<void>;
  /** Whether colours are wanted there. */
  readonly inColour: boolean;
  /** Width of the terminal; undefined when this is none. */
  readonly columns: number | undefined;
}

/** Everything the commands have of the outside world; `bin.ts` makes it from the process, tests make their own. */
export interface System {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Opens when it is first read. */
  readFile(path: string): AsyncIterable<Uint8Array>;
  readonly fetch: FetchLike;
  /** The clock, for moments like `2h` and `yesterday`. */
  readonly now: () => Date;
  readonly version: string;
  /** Runs the mock server's own program with these arguments, and gives its exit code. */
  readonly runMock: (argv: readonly string[]) => Promise<number>;
}

/** Nobody reads the output any more: `provlog list --all | head` has seen enough. */
export class OutputClosedError extends Error {}

/** The output cannot be written, for a reason its message tells: the disk is full. */
export class OutputFailedError extends Error {}
