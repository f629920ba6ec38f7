import type { FastifyInstance } from "fastify";
import { negotiate } from "../accept.js";
import { addresses } from "../entity-sets.js";
import { renderPage, setBodyHeaders } from "../envelope.js";
import { OutputPool } from "../output-pool.js";
import { nextQuery, rawQueryOf, readListQuery } from "../query-string.js";
import { summariesOf } from "../request-state.js";
import type { RouteDependencies } from "./dependencies.js";

/** A page of summaries, newest first unless asked otherwise. */
export function list(app: FastifyInstance, { originOf }: RouteDependencies): void {
  const pool = new OutputPool();
  for (const address of addresses) {
    app.get(address.path, async (request, reply) => {
      const format = negotiate(request.headers.accept);
      const raw = rawQueryOf(request);
      const page = await summariesOf(request).list(readListQuery(raw, address), address.view);
      const origin = originOf(request);
      const nextLink =
        page.skipToken === undefined
          ? undefined
          : `${origin.url}${address.path}?${nextQuery(raw, page.skipToken, address)}`;
      const body = renderPage(page, { address, origin, format, nextLink, pool, response: reply.raw });
      return setBodyHeaders(reply, format).send(body);
    });
  }
}
