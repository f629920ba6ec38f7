import type { BoundExpression, BoundOrder, BoundQuery } from "@org/odata";
import { sql } from "kysely";
import { toKey } from "../key.js";
import { breaksTiesDescending, toScopeText, toTimeOrder } from "../list-order.js";
import { compileSortKeys, type SortKey } from "../query/compile-sort-keys.js";
import { sqliteDialect } from "../query/sqlite-dialect.js";
import { type Cursor, openSkipToken, resolveCursor, sealSkipToken } from "../skip-token.js";
import type { StoredDocument } from "../stored-document.js";
import type { Walk } from "./index-walk.js";
import { ListSource, type RowSource, WalkSource } from "./scan.js";
import { Search, type SearchTools } from "./search.js";
import { planSearch, type SearchPlan } from "./search-plan.js";
import { toSortedRow } from "./sorted-rows.js";
import { type SortedPage, searchSorted } from "./sorted-search.js";
import { countByTime, countRows, firstOf, searchByTime } from "./time-search.js";

/** A page as documents; `skipToken` when another one follows. */
export interface FoundPage {
  readonly documents: readonly StoredDocument[];
  readonly skipToken: string | undefined;
}

/** Answers the queries of one tenant. */
export class Searches {
  readonly #tenant: string;
  readonly #tools: SearchTools;

  constructor(tenant: string, tools: SearchTools) {
    this.#tenant = tenant;
    this.#tools = tools;
  }

  /** @throws StoreError `badSkipToken`, `unsupportedQuery`. */
  async list(query: BoundQuery): Promise<FoundPage> {
    const scope = { tenant: this.#tenant, query: toScopeText(query) };
    const { skipTokenKey } = this.#tools.engine;
    const opened = query.skipToken === undefined ? undefined : openSkipToken(query.skipToken, scope, skipTokenKey);
    if (query.top === 0) return { documents: [], skipToken: undefined };
    const after =
      opened === undefined || "values" in opened
        ? opened
        : resolveCursor(opened, this.#valuesOf(query.orderby, opened.id));
    // What was skipped lies before the first page.
    const skip = after === undefined ? (query.skip ?? 0) : 0;
    const plan = planSearch(this.#tenant, query.filter);
    const walk = toWalk(plan, query.orderby, after);
    const page =
      walk !== undefined && plan.indexed && skip === 0
        ? toTimePage(firstOf(this.#tools, walk, query.top + 1), query.top)
        : await this.#page(query, plan, walk, after, skip);
    return { documents: page.documents, skipToken: page.end && sealSkipToken(page.end, scope, skipTokenKey) };
  }

  /** How many pass the filter. */
  async count(filter: BoundExpression | undefined): Promise<number> {
    const plan = planSearch(this.#tenant, filter);
    const walk = { ...plan.range, descending: true, after: undefined };
    const found = await this.#found(plan, undefined);
    if (found === undefined) return countByTime(this.#tools, walk, plan.residual);
    return Search.run(this.#tools, (search) => countRows(search, this.#tenant, found, plan.whole()));
  }

  async #page(
    query: BoundQuery,
    plan: SearchPlan,
    walk: Walk | undefined,
    after: Cursor | undefined,
    skip: number,
  ): Promise<SortedPage> {
    const found = await this.#found(plan, walk && skip + query.top + 1);
    if (found === undefined && walk !== undefined) {
      // One more than asked tells whether another page follows.
      const request = { walk, condition: plan.residual, skip, limit: query.top + 1 };
      return toTimePage(await searchByTime(this.#tools, request), query.top);
    }
    const request = { tenant: this.#tenant, keys: keysOf(query.orderby), after, skip, limit: query.top };
    return Search.run(this.#tools, (search) =>
      searchSorted(
        search,
        found === undefined
          ? { ...request, source: new WalkSource(this.#tools, allOf(plan)), condition: plan.residual }
          : { ...request, source: found, condition: plan.whole() },
      ),
    );
  }

  /** The rows that can pass, where looking for an id or a name finds them. */
  async #found({ id, name }: SearchPlan, wanted: number | undefined): Promise<RowSource | undefined> {
    if (id !== undefined) {
      const document = this.#tools.engine.find(this.#tenant, id);
      return new ListSource(document === undefined ? [] : [document.row]);
    }
    if (name === undefined) return undefined;
    const rows = await Search.run(this.#tools, (search) => this.#tools.names.find(search, name, wanted));
    return rows && new ListSource(rows);
  }

  /** What a row is ordered by, as it is now; undefined when it is gone. */
  #valuesOf(orderby: readonly BoundOrder[], id: string) {
    const { engine, conditions } = this.#tools;
    const document = engine.find(this.#tenant, id);
    if (document === undefined) return undefined;
    const statement = conditions.sorting(undefined, keysOf(orderby), undefined);
    const [row] = statement({ tenant: this.#tenant, rows: [document.row], limit: 1 }).answer;
    return row && toSortedRow(row).values;
  }
}

/** The keys of any order; that of time too, for rows that come in another one. */
function keysOf(orderby: readonly BoundOrder[]): readonly SortKey[] {
  if (orderby.length > 0) return compileSortKeys(orderby, sqliteDialect);
  return [{ expression: sql`summary.at`, descending: breaksTiesDescending(orderby) }];
}

/** The walk that gives the rows in their order; undefined for an order that no index has. */
function toWalk({ range }: SearchPlan, orderby: readonly BoundOrder[], after: Cursor | undefined): Walk | undefined {
  const order = toTimeOrder(orderby);
  if (order === undefined) return undefined;
  const { tenant, column, from, to } = range;
  return { tenant, column, from, to, descending: order.descending, after: after && positionOf(after) };
}

function allOf({ range }: SearchPlan): Walk {
  return { ...range, descending: true, after: undefined };
}

function positionOf({ values, id }: Cursor) {
  return { at: String(values[0]), id: toKey(id) };
}

function toTimePage(documents: readonly StoredDocument[], top: number): SortedPage {
  const page = documents.slice(0, top);
  const last = documents.length > top ? page.at(-1) : undefined;
  return { documents: page, end: last && { values: [last.at], id: last.id } };
}
