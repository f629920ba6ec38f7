import { replaceSystemOption, splitQueryOptions } from "@org/odata";
import type { FastifyRequest } from "fastify";
import type { Address } from "../entity-sets.js";

/** Keeps the query as it came: it is split only where it is needed, and before anything in it is decoded. */
export function keepRawQuery(raw: string): { raw: string } {
  return { raw };
}

/** The query string as it came, without `?`. */
export function rawQueryOf(request: FastifyRequest): string {
  const query: unknown = request.query;
  return typeof query === "object" && query !== null && "raw" in query && typeof query.raw === "string"
    ? query.raw
    : "";
}

/**
 * Name of the first query option that begins with `$`, without it.
 * @throws ODataError when the query string cannot be split.
 */
export function findSystemOption(raw: string, address: Address): string | undefined {
  if (raw === "") return undefined;
  return splitQueryOptions(raw, address).system.keys().next().value;
}

/** The query of the next page: every option stays as it was written, only the token is another. */
export function nextQuery(raw: string, skipToken: string, address: Address): string {
  return replaceSystemOption(raw, "skiptoken", skipToken, address);
}
