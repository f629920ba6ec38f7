import { provisioningObjectSummaryDescription } from "@org/models";
import { provisioningObjectSummaryDescription as v1Description } from "@org/models/v1";
import {
  type BoundOrder,
  type BoundQuery,
  bindOrderby,
  type EntityDescription,
  parseOrderby,
  parseTop,
  replaceSystemOption,
  splitQueryOptions,
} from "@org/odata";
import type { FastifyRequest } from "fastify";
import type { Address } from "./entity-sets.js";
import { ProblemError } from "./problem.js";

const maxTop = 1_000;

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

/**
 * The query of a list, with every option checked that begins with `$`.
 * @throws ODataError or ProblemError for an option that is wrong, or right and not served.
 */
export function readListQuery(raw: string, address: Address): BoundQuery {
  const query = { orderby: [], top: maxTop };
  if (raw === "") return query;
  const { system } = splitQueryOptions(raw, address);
  for (const name of system.keys()) {
    if (name !== "top" && name !== "orderby" && name !== "skiptoken") {
      throw new ProblemError({ kind: "optionNotServed", name });
    }
  }
  const top = system.get("top");
  const orderby = system.get("orderby");
  return {
    orderby: orderby === undefined ? [] : readOrderby(orderby, address),
    top: top === undefined ? maxTop : Math.min(parseTop(top), maxTop),
    skipToken: system.get("skiptoken"),
  };
}

function readOrderby(text: string, address: Address): BoundOrder[] {
  const description: EntityDescription = address.view === "v1" ? v1Description : provisioningObjectSummaryDescription;
  const orderby = bindOrderby(parseOrderby(text), description);
  for (const { path } of orderby) {
    const name = path.segments.join("/");
    const isServed = description.policy.some((policy) => policy.path === name && policy.orderby);
    if (!isServed) throw new ProblemError({ kind: "orderbyNotServed", path: name });
  }
  return orderby;
}

/** The query of the next page: every option stays as it was written, only the token is another. */
export function nextQuery(raw: string, skipToken: string, address: Address): string {
  return replaceSystemOption(raw, "skiptoken", skipToken, address);
}
