import type { BoundExpression, BoundQuery } from "@org/odata";
import { toScopeText } from "../list-order.js";
import { createProject } from "../project.js";
import { type Cursor, type OrderValue, openSkipToken, resolveCursor, sealSkipToken } from "../skip-token.js";
import type { SummaryPage, View } from "../store.js";
import type { Database, PostgresResult, PostgresStatement } from "./database.js";
import { readDocument, summaryOf } from "./read-document.js";
import {
  countStatement,
  orderLength,
  orderValuesStatement,
  pageStatement,
  readsDocuments,
  type Search,
} from "./search-statement.js";

/** Where a search is asked. */
export interface SearchBackend {
  readonly database: Database;
  readonly skipTokenKey: Uint8Array;
}

export interface ListRequest {
  readonly tenant: string;
  /** The tenant as the table keeps it. */
  readonly key: string;
  readonly query: BoundQuery;
  readonly view: View;
}

/** One page. @throws StoreError `unsupportedQuery`, `badSkipToken`, `timeout`, `unavailable`. */
export async function listSummaries(request: ListRequest, backend: SearchBackend): Promise<SummaryPage> {
  const { tenant, key, query, view } = request;
  const { database, skipTokenKey } = backend;
  const scope = { tenant, query: toScopeText(query) };
  const search = { tenant: key, filter: query.filter, orderby: query.orderby };
  const after = query.skipToken === undefined ? undefined : await cursorOf(query.skipToken);
  const count = query.count ? await countRows(search, database) : undefined;
  if (query.top === 0) return { summaries: [], skipToken: undefined, ...(count === undefined ? {} : { count }) };
  const skip = after === undefined ? (query.skip ?? 0) : 0;
  // One more than asked tells whether another page follows.
  const { rows } = await ask(search, pageStatement(search, { after, skip, limit: query.top + 1 }), database);
  const page = rows.slice(0, query.top);
  const last = rows.length > query.top ? page.at(-1) : undefined;
  const summaries = page.map((row) => summaryOf(readDocument(row), view));
  return {
    summaries: query.select === undefined ? summaries : summaries.map(createProject(query.select)),
    skipToken: last && sealSkipToken(cursorAt(last, search), scope, skipTokenKey),
    ...(count === undefined ? {} : { count }),
  };

  async function cursorOf(token: string): Promise<Cursor> {
    const opened = openSkipToken(token, scope, skipTokenKey);
    if ("values" in opened) return opened;
    const found = await database.query(orderValuesStatement(search, opened.id));
    return resolveCursor(opened, found.rows[0]?.map(toOrderValue));
  }
}

/** How many summaries there are, or pass the filter. @throws StoreError as `listSummaries`. */
export async function countSummaries(
  key: string,
  filter: BoundExpression | undefined,
  { database }: Pick<SearchBackend, "database">,
): Promise<number> {
  return countRows({ tenant: key, filter, orderby: [] }, database);
}

async function countRows(search: Search, database: Database): Promise<number> {
  const { rows } = await ask(search, countStatement(search), database);
  return Number(rows[0]?.[0]);
}

/** What an index answers goes ahead of what has to read documents. */
function ask(search: Search, statement: PostgresStatement, database: Database): Promise<PostgresResult> {
  return readsDocuments(search) ? database.search(statement) : database.query(statement);
}

function cursorAt(row: readonly unknown[], { orderby }: Search): Cursor {
  const { at, key } = readDocument(row);
  const length = orderLength(orderby);
  return { values: length === 0 ? [at] : row.slice(-length).map(toOrderValue), id: key };
}

function toOrderValue(value: unknown): OrderValue {
  return value === null || typeof value === "number" ? value : String(value);
}
