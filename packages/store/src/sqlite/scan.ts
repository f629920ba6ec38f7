import type { SqlRow } from "./connection.js";
import type { Position, Walk } from "./index-walk.js";
import type { PieceStatement } from "./row-conditions.js";
import type { Search, SearchTools } from "./search.js";

/** Rows whose documents are asked in the first piece, and at most in one. */
const firstWindow = 64;
const largestWindow = 2_048;

/** Rows in the order in which they are to be looked at. */
export interface RowSource {
  /** The next rows, at most `limit`; fewer only at the end. */
  next(limit: number): readonly number[];
  /** Goes behind the first `count` of the rows that `next` gave last. */
  pass(count: number): void;
}

/** The rows of a walk, however it changes while it is under way. */
export class WalkSource implements RowSource {
  readonly #tools: SearchTools;
  readonly #walk: Walk;
  #after: Position | undefined;
  #rows: readonly number[] = [];

  constructor(tools: SearchTools, walk: Walk) {
    this.#tools = tools;
    this.#walk = walk;
    this.#after = walk.after;
  }

  next(limit: number): readonly number[] {
    this.#rows = this.#tools.walks.rows({ ...this.#walk, after: this.#after }, limit);
    return this.#rows;
  }

  pass(count: number): void {
    const last = this.#rows[count - 1];
    if (last !== undefined) this.#after = this.#tools.engine.position(last);
  }
}

/** Rows that were found before. */
export class ListSource implements RowSource {
  readonly #rows: readonly number[];
  #start = 0;

  constructor(rows: readonly number[]) {
    this.#rows = rows;
  }

  next(limit: number): readonly number[] {
    return this.#rows.slice(this.#start, this.#start + limit);
  }

  pass(count: number): void {
    this.#start += count;
  }
}

/** What is done with the rows of a source. */
export interface Scan {
  readonly tenant: string;
  readonly source: RowSource;
  readonly statement: PieceStatement;
  /** How many rows the next piece has to find at most. */
  readonly limit: () => number;
  /** Takes what a piece found, at once; true when that is enough. */
  readonly take: (answer: readonly SqlRow[]) => boolean;
}

/** Asks the documents of a source in pieces, as many at a time as the time of a piece allows. */
export async function scan(search: Search, { tenant, source, statement, limit, take }: Scan): Promise<void> {
  let size = firstWindow;
  const piece = (): boolean => {
    const rows = source.next(size);
    if (rows.length === 0) return true;
    const { answer, examined } = statement({ tenant, rows, limit: limit() });
    const atEnd = examined === rows.length && rows.length < size;
    if (take(answer) || atEnd) return true;
    source.pass(examined);
    size = Math.min(largestWindow, Math.max(firstWindow, examined * 2));
    return false;
  };
  while (!(await search.piece(piece))) {}
}
