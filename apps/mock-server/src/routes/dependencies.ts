import type { FastifyRequest } from "fastify";
import type { Dependencies } from "../dependencies.js";
import type { Origin } from "../origin.js";
import type { QueryReader } from "../query/query-reader.js";

/** What the Graph routes share beside the server's dependencies. */
export interface RouteDependencies extends Dependencies {
  originOf(request: FastifyRequest): Origin;
  readonly queries: QueryReader;
  /** How many writes the store has seen; a page stays what it is until then. */
  writes(): number;
}
