import type { FastifyInstance } from "fastify";
import { acceptsText } from "../accept.js";
import { addresses } from "../entity-sets.js";
import { ProblemError } from "../problem.js";
import { rawQueryOf } from "../query/raw-query.js";
import type { RouteDependencies } from "./dependencies.js";

/** `…/$count`: how many events there are, or pass the filter, as a bare number. */
export function count(app: FastifyInstance, { queries }: RouteDependencies): void {
  for (const address of addresses) {
    app.get(`${address.path}/$count`, async (request, reply) => {
      const { accept } = request.headers;
      if (!acceptsText(accept)) throw new ProblemError({ kind: "countNotText", accept: accept ?? "" });
      const filter = queries.readCount(rawQueryOf(request), address);
      const events = await request.summaries.count(filter);
      return reply.header("content-type", "text/plain").header("odata-version", "4.0").send(String(events));
    });
  }
}
