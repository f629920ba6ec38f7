import type { OrderValue } from "../skip-token.js";
import type { SqlRow } from "./connection.js";

/** A row as it was found, with what it is ordered by. Texts have one character per byte of UTF-8, whose order is theirs. */
export interface SortedRow {
  readonly row: number;
  readonly etag: number;
  readonly id: string;
  readonly values: readonly OrderValue[];
}

/** Reads row, etag and id, then the type and the value of each key. */
export function toSortedRow([row, etag, id, ...keys]: SqlRow): SortedRow {
  const values: OrderValue[] = [];
  for (let index = 0; index < keys.length; index += 2) values.push(toOrderValue(keys[index], keys[index + 1]));
  return { row: Number(row), etag: Number(etag), id: toBinary(id), values };
}

function toOrderValue(type: SqlRow[number] | undefined, value: SqlRow[number] | undefined): OrderValue {
  if (type === "null") return null;
  return type === "text" ? toBinary(value) : Number(value);
}

// The driver reads empty bytes as null.
function toBinary(value: SqlRow[number] | undefined): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : "";
}

/** The best rows found so far, in order; what is worse than enough is forgotten. */
export class SortedRows {
  readonly #compare: (left: SortedRow, right: SortedRow) => number;
  readonly #limit: number;
  readonly #longest: number;
  #rows: SortedRow[] = [];
  #cut = false;

  /** Keeps `limit` rows, or fewer when their keys have more than `longest` characters together. */
  constructor(descending: readonly boolean[], limit: number, longest: number) {
    this.#compare = compareRows(descending);
    this.#limit = limit;
    this.#longest = longest;
  }

  get rows(): readonly SortedRow[] {
    return this.#rows;
  }

  /** Whether rows were left out only because the keys are long. */
  get cut(): boolean {
    return this.#cut;
  }

  add(rows: readonly SortedRow[]): void {
    // A row that moved while the search was under way is found twice; the later finding is right.
    const byRow = new Map([...this.#rows, ...rows].map((row) => [row.row, row]));
    const best = [...byRow.values()].sort(this.#compare).slice(0, this.#limit);
    let length = 0;
    const kept = best.findIndex((row, index) => {
      length += lengthOf(row);
      // Two, so that a page always has a row and knows whether another follows.
      return length > this.#longest && index >= 2;
    });
    if (kept !== -1) this.#cut = true;
    this.#rows = kept === -1 ? best : best.slice(0, kept);
  }

  /** Puts what has become of the rows in their place; what would now come behind the last of them is another page's. */
  replace(rows: readonly SortedRow[]): void {
    const last = this.#rows.at(-1);
    const kept = rows.filter((row) => last === undefined || this.#compare(row, last) <= 0);
    this.#rows = kept.sort(this.#compare);
  }
}

function lengthOf({ values }: SortedRow): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === "string" ? value.length : 8), 0);
}

function compareRows(descending: readonly boolean[]): (left: SortedRow, right: SortedRow) => number {
  return (left, right) => {
    for (const [index, down] of descending.entries()) {
      const order = compareValues(left.values[index] ?? null, right.values[index] ?? null);
      if (order !== 0) return down ? -order : order;
    }
    const order = left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
    return descending.at(-1) === true ? -order : order;
  };
}

/** As SQLite orders them: null, then numbers, then texts. */
function compareValues(left: OrderValue, right: OrderValue): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? -1 : 1;
  if (typeof left === typeof right) return left < right ? -1 : 1;
  return typeof left === "number" ? -1 : 1;
}
