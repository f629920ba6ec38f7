import { isUtf8 } from "node:buffer";

/** Where in its file a value stands. A file that holds one value has neither. */
export interface Location {
  /** From 1, in a file of one value per line. */
  readonly line?: number;
  /** From 0, in an array or in the `value` of a collection. */
  readonly index?: number;
}

/** One value of a file, or the reason why there is none at this place. */
export type JsonEntry =
  | { readonly kind: "value"; readonly value: unknown; readonly location: Location }
  | { readonly kind: "problem"; readonly reason: string; readonly location: Location };

export function problemAt(location: Location, reason: string): JsonEntry {
  return { kind: "problem", reason, location };
}

/** Collects the bytes of one value over several chunks, up to a limit; beyond it only the size goes on counting. */
export class Collector {
  readonly #limit: number;
  #pieces: Uint8Array[] = [];
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(piece: Uint8Array): void {
    this.#size += piece.byteLength;
    if (this.#size <= this.#limit) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** Parses what was collected and begins anew. */
  take(location: Location): JsonEntry {
    const bytes = this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces);
    const tooLarge = this.#size > this.#limit;
    this.#pieces = [];
    this.#size = 0;
    if (tooLarge || bytes === undefined) return problemAt(location, `is larger than ${this.#limit} bytes`);
    if (!isUtf8(bytes)) return problemAt(location, "is not UTF-8");
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
    try {
      return { kind: "value", value: JSON.parse(text), location };
    } catch (error) {
      return problemAt(location, `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
