import type { BoundQuery } from "@org/odata";
import { StoreError, type SummaryPage, type TenantStore, type View } from "@org/store";
import type { FastifyInstance } from "fastify";
import { negotiate } from "../accept.js";
import { addresses } from "../entity-sets.js";
import { renderPage, setBodyHeaders } from "../envelope.js";
import { OutputPool } from "../output-pool.js";
import { PageCache } from "../page-cache.js";
import { ProblemError } from "../problem.js";
import { nextQuery, rawQueryOf, readListQuery } from "../query-string.js";
import type { RouteDependencies } from "./dependencies.js";

/** A page of summaries, newest first unless asked otherwise. */
export function list(app: FastifyInstance, { originOf, writes }: RouteDependencies): void {
  const pool = new OutputPool();
  const cache = new PageCache();
  for (const address of addresses) {
    app.get(address.path, async (request, reply) => {
      const format = negotiate(request.headers.accept);
      const raw = rawQueryOf(request);
      const origin = originOf(request);
      const url = `${origin.url}${address.path}?`;
      // Asked before the store is: a write that ends meanwhile makes the page one of the past.
      const version = writes();
      const key = `${request.tenantId} ${format.contentType} ${url}${raw}`;
      const ready = cache.find(key, version);
      if (ready !== undefined) return setBodyHeaders(reply, format).send(ready);
      const page = await listPage(request.summaries, readListQuery(raw, address), address.view);
      const { skipToken } = page;
      const nextLink = skipToken === undefined ? undefined : url + nextQuery(raw, skipToken, address);
      const body = renderPage(page, { address, origin, format, nextLink, pool, response: reply.raw });
      cache.offer(key, version, body);
      return setBodyHeaders(reply, format).send(body);
    });
  }
}

/** What the store refuses is explained with the token that was sent, as Graph quotes it. */
async function listPage(summaries: TenantStore, query: BoundQuery, view: View): Promise<SummaryPage> {
  try {
    return await summaries.list(query, view);
  } catch (error) {
    if (!StoreError.isInstance(error)) throw error;
    throw new ProblemError({ kind: "store", error, skipToken: query.skipToken });
  }
}
