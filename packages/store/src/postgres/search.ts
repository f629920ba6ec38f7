import type { BoundExpression, BoundQuery } from "@org/odata";
import { breaksTiesDescending, toScopeText, toTimeOrder } from "../list-order.js";
import { openSkipToken, resolveCursor, sealSkipToken } from "../skip-token.js";
import type { SummaryPage, View } from "../store.js";
import { StoreError } from "../store-error.js";
import type { Database } from "./database.js";
import { readDocument, summaryOf } from "./read-document.js";
import { readColumns } from "./statements.js";

/** Where a search is asked. */
export interface SearchBackend {
  readonly database: Database;
  readonly skipTokenKey: Uint8Array;
}

export interface SearchRequest {
  readonly tenant: string;
  /** The tenant as the table keeps it. */
  readonly key: string;
  readonly query: BoundQuery;
  readonly view: View;
}

/** One page. @throws StoreError `unsupportedQuery`, `badSkipToken`, `timeout`, `unavailable`. */
export async function listSummaries(request: SearchRequest, backend: SearchBackend): Promise<SummaryPage> {
  const { tenant, key, query, view } = request;
  const order = toTimeOrder(query.orderby);
  if (order === undefined) throw new StoreError("unsupportedQuery", "The store has no index for this order.");
  const scope = { tenant, query: toScopeText(query) };
  const opened =
    query.skipToken === undefined ? undefined : openSkipToken(query.skipToken, scope, backend.skipTokenKey);
  const cursor = opened === undefined || "values" in opened ? opened : resolveCursor(opened, undefined);
  if (query.top === 0) return { summaries: [], skipToken: undefined };
  const direction = breaksTiesDescending(query.orderby) ? "desc" : "asc";
  const behind = cursor === undefined ? "" : `and (at, id) ${order.descending ? "<" : ">"} ($3, $4)`;
  const { rows } = await backend.database.query({
    text: `select ${readColumns} from summary where tenant = $1 ${behind} order by at ${direction}, id ${direction} limit $2`,
    // One more than asked tells whether another page follows.
    values: [key, query.top + 1, ...(cursor === undefined ? [] : [String(cursor.values[0]), cursor.id])],
  });
  const documents = rows.map(readDocument);
  const page = documents.slice(0, query.top);
  const last = documents.length > query.top ? page.at(-1) : undefined;
  return {
    summaries: page.map((document) => summaryOf(document, view)),
    skipToken: last && sealSkipToken({ values: [last.at], id: last.key }, scope, backend.skipTokenKey),
  };
}

/** How many summaries there are, or pass the filter. */
export async function countSummaries(
  key: string,
  filter: BoundExpression | undefined,
  backend: Pick<SearchBackend, "database">,
): Promise<number> {
  if (filter !== undefined) throw new StoreError("unsupportedQuery", "The store does not answer filters.");
  const { rows } = await backend.database.query({
    name: "provlog-count",
    text: "select count(*) from summary where tenant = $1",
    values: [key],
  });
  return Number(rows[0]?.[0]);
}
