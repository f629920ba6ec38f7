import type { Expression, SqlBool } from "kysely";
import { fromKey, toKey } from "../key.js";
import type { SortKey } from "../query/compile-sort-keys.js";
import type { Cursor } from "../skip-token.js";
import { StoreError } from "../store-error.js";
import type { StoredDocument } from "../stored-document.js";
import type { PieceStatement } from "./row-conditions.js";
import { type RowSource, scan } from "./scan.js";
import type { Search } from "./search.js";
import { type SortedRow, SortedRows, toSortedRow } from "./sorted-rows.js";

/** Rows of one page at most, and how many more may be left out before it: all of them are kept while the search runs. */
const longestSortedPage = 1_000;
const mostSortedSkip = 10_000;
/** Characters of order values that are kept while the search runs. */
const longestKeys = 4_194_304;

/** Documents in any order. */
export interface SortedSearch {
  readonly tenant: string;
  readonly source: RowSource;
  readonly condition: Expression<SqlBool> | undefined;
  readonly keys: readonly SortKey[];
  readonly after: Cursor | undefined;
  readonly skip: number;
  readonly limit: number;
}

/** A page, and where it ends when another one follows. */
export interface SortedPage {
  readonly documents: readonly StoredDocument[];
  readonly end: Cursor | undefined;
}

/**
 * Looks at every row of a source and keeps the best. What was written while it ran is settled at the end: rows that are gone
 * are left out, and those that were changed are looked at again.
 */
export async function searchSorted(search: Search, request: SortedSearch): Promise<SortedPage> {
  const { tenant, source, condition, keys, after } = request;
  const size = Math.min(request.limit, longestSortedPage);
  if (request.skip > mostSortedSkip) throw tooFar();
  const statement = search.tools.conditions.sorting(condition, keys, after && { ...after, id: toKey(after.id) });
  const limit = request.skip + size + 1;
  const best = new SortedRows(
    keys.map(({ descending }) => descending),
    limit,
    longestKeys,
  );
  await scan(search, {
    tenant,
    source,
    statement,
    limit: () => limit,
    take(answer) {
      best.add(answer.map(toSortedRow));
      return false;
    },
  });
  if (best.cut && request.skip > 0) throw tooFar();
  const more = best.rows.length === limit || best.cut;
  const last = best.rows.at(-1);
  const documents = await search.piece(() => settle(search, request, best, statement));
  // When some of them are gone, all that are left are given, up to where the search ended.
  const end = more ? (best.rows.length === limit ? best.rows[limit - 2] : last) : undefined;
  return {
    documents: documents.slice(request.skip, request.skip + size),
    end: end && { values: end.values, id: fromKey(Buffer.from(end.id, "latin1").toString()) },
  };
}

/** The documents of the best rows as they are now. */
function settle(
  search: Search,
  { tenant }: SortedSearch,
  best: SortedRows,
  statement: PieceStatement,
): readonly StoredDocument[] {
  const { engine } = search.tools;
  const rows = best.rows.map(({ row }) => row);
  const documents = engine.documentsLeft(tenant, rows);
  const isFresh = ({ row, etag }: SortedRow) => documents.get(row)?.beta.etag === String(etag);
  const fresh = best.rows.filter(isFresh);
  const changed = best.rows.filter((row) => documents.has(row.row) && !isFresh(row)).map(({ row }) => row);
  const again = changed.length === 0 ? [] : statement({ tenant, rows: changed, limit: changed.length }).answer;
  best.replace([...fresh, ...again.map(toSortedRow)]);
  return best.rows.flatMap(({ row }) => documents.get(row) ?? []);
}

function tooFar(): StoreError {
  return new StoreError(
    "unsupportedQuery",
    `In an order other than by activityDateTime at most ${mostSortedSkip} summaries can be skipped, fewer when their values are ` +
      "long. Skip less, follow the nextLink, or filter.",
  );
}
