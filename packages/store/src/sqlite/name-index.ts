import { toSearchText } from "../query/strange-text.js";
import type { Connection, Statement } from "./connection.js";
import type { Search } from "./search.js";

/** Row numbers that one piece looks through. */
const stride = 65_536;
/** With more rows than this, walking by time is as good. */
const mostFound = 4_096;
/** Groups of three characters that are looked for at most; what is found is asked again in any case. */
const mostGroups = 24;

/** Longest names that are indexed, so that no write of hostile names keeps the database busy. */
const longestNames = 4_096;
/** Stands for names that are too long to be indexed: every search by name has to look at such a row. */
const unindexedNames = "\uE000\uE001\uE002";

/** The text that the index takes for the names of a row; null when there is nothing to find. */
export function toNamesText(names: string | null): string | null {
  return names !== null && names.length > longestNames ? unindexedNames : names;
}

/** The trigram index over display names. */
export class NameIndex {
  readonly #find: Statement;
  readonly #lastRow: Statement;

  constructor(connection: Connection) {
    this.#find = connection.prepare(
      "select json_group_array(rowid) from (select rowid from names where names match ? and rowid between ? and ? limit ?)",
    );
    this.#lastRow = connection.prepare("select max(row) from summary");
  }

  /**
   * Rows of any tenant whose names may hold the text; undefined when there are too many to be looked at one by one, or when
   * so many share it that a walk by time meets `wanted` of them sooner.
   */
  async find(search: Search, text: string, wanted: number | undefined): Promise<number[] | undefined> {
    const query = toMatch(text);
    const found: number[] = [];
    let last = 0;
    for (let first = 1; ; first += stride) {
      const enough = await search.piece(() => {
        last = Number(this.#lastRow.first()?.[0] ?? 0);
        if (first > last) return true;
        const answer = this.#find.first(query, first, first + stride - 1, mostFound + 1 - found.length);
        found.push(...(JSON.parse(String(answer?.[0])) as number[]));
        return found.length > mostFound;
      });
      if (found.length > mostFound) return undefined;
      if (enough || first + stride > last) return isCommon(found.length, last, wanted) ? undefined : found;
    }
  }
}

/** Whether a walk over all rows looks at fewer of them, if those that share the text are spread evenly. */
function isCommon(found: number, all: number, wanted: number | undefined): boolean {
  return wanted !== undefined && found * found > wanted * all;
}

/** Without positions in the index, a text is the groups of three characters in it; case is not told apart. */
function toMatch(text: string): string {
  const points = Array.from(toSearchText(text));
  const groups = new Set(points.slice(2).map((_, index) => points.slice(index, index + 3).join("")));
  const step = Math.max(1, Math.ceil(groups.size / mostGroups));
  const chosen = [...groups].filter((_, index) => index % step === 0);
  return `(${chosen.map(quote).join(" AND ")}) OR ${quote(unindexedNames)}`;
}

function quote(group: string): string {
  return `"${group.replaceAll('"', '""')}"`;
}
