import { StoreError, type SummaryPage, type TenantStore, type View } from "@org/store";
import type { FastifyInstance } from "fastify";
import { findFormat } from "../accept.js";
import { addresses } from "../entity-sets.js";
import { renderPage, setBodyHeaders } from "../envelope.js";
import { OutputPool } from "../output-pool.js";
import { PageCache } from "../page-cache.js";
import { ProblemError } from "../problem.js";
import { joinMomentToken } from "../query/moment-token.js";
import type { ListQuery } from "../query/query-reader.js";
import { nextQuery, rawQueryOf } from "../query/raw-query.js";
import type { RouteDependencies } from "./dependencies.js";

/** A page of summaries, newest first unless asked otherwise. */
export function list(app: FastifyInstance, { originOf, queries, store, writes }: RouteDependencies): void {
  const pool = new OutputPool();
  // Where others write to the database too, nobody here knows how long a page stays true.
  const cache = store.shared ? undefined : new PageCache();
  for (const address of addresses) {
    app.get(address.path, async (request, reply) => {
      const accepted = findFormat(request.headers.accept);
      const raw = rawQueryOf(request);
      const origin = originOf(request);
      const url = `${origin.url}${address.path}?`;
      // Asked before the store is: a write that ends meanwhile makes the page one of the past.
      const version = writes();
      const key = `${request.tenantId} ${accepted?.contentType} ${url}${raw}`;
      const ready = accepted === undefined ? undefined : cache?.find(key, version);
      if (accepted !== undefined && ready !== undefined) return setBodyHeaders(reply, accepted).send(ready);
      const asked = queries.readList(raw, address);
      const { query, moment } = asked;
      const format = asked.format ?? accepted;
      if (format === undefined) throw new ProblemError({ kind: "notAcceptable" });
      const page = await listPage(request.summaries, asked, address.view);
      const { skipToken } = page;
      const next = skipToken === undefined || moment === undefined ? skipToken : joinMomentToken({ moment, skipToken });
      const nextLink = next === undefined ? undefined : url + nextQuery(raw, next, address);
      const { select } = query;
      const body = renderPage(page, { address, origin, format, select, nextLink, pool, response: reply.raw });
      // What the present moment decides is another page a moment later.
      if (asked.format === undefined && moment === undefined) cache?.offer(key, version, body);
      return setBodyHeaders(reply, format).send(body);
    });
  }
}

/** What the store refuses is explained with the token that was sent, as Graph quotes it. */
async function listPage(summaries: TenantStore, { query, sentToken }: ListQuery, view: View): Promise<SummaryPage> {
  try {
    return await summaries.list(query, view);
  } catch (error) {
    if (!StoreError.isInstance(error)) throw error;
    throw new ProblemError({ kind: "store", error, skipToken: sentToken });
  }
}
