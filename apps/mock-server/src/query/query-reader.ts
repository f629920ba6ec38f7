import {
  type BoundExpression,
  type BoundOrder,
  type BoundPath,
  type BoundQuery,
  bindOrderby,
  bindSelect,
  type EntityDescription,
  parseCount,
  parseOrderby,
  parseSelect,
  parseSkip,
  parseTop,
  refuseExpand,
  splitQueryOptions,
} from "@org/odata";
import { type Format, formatOf } from "../accept.js";
import type { Address } from "../entity-sets.js";
import type { Settings } from "../options.js";
import { ProblemError } from "../problem.js";
import type { Profile } from "../profile.js";
import { descriptionOf } from "./description-of.js";
import { createFilterReader } from "./filter-reader.js";
import { inOption } from "./in-option.js";
import { mayAskForNow, splitMomentToken } from "./moment-token.js";
import { checkCountSegment, checkOptions } from "./served-options.js";

/** Most events of a page, and how many there are where nobody says. */
const maxTop = 1_000;

/** What a list is asked for. */
export interface ListQuery {
  readonly query: BoundQuery;
  /** The token as it was sent, for a message. */
  readonly sentToken: string | undefined;
  /** What `$format` says; it wins over `Accept`. */
  readonly format: Format | undefined;
  /** The moment `now()` stands for on this page and all that follow; absent where the filter does not ask for it. */
  readonly moment: Date | undefined;
}

/** What one event is asked for. */
export type EntityQuery = Pick<ListQuery, "format"> & Pick<BoundQuery, "select">;

/** Reads query strings, with every option checked that begins with `$`; throws ODataError or ProblemError. */
export interface QueryReader {
  readList(raw: string, address: Address): ListQuery;
  readEntity(raw: string, address: Address): EntityQuery;
  /** Of `…/$count`. */
  readCount(raw: string, address: Address): BoundExpression | undefined;
}

const wholeList: ListQuery = {
  query: { orderby: [], top: maxTop },
  sentToken: undefined,
  format: undefined,
  moment: undefined,
};
const wholeEntity: EntityQuery = { format: undefined, select: undefined };

export function createQueryReader({ profile, now }: Pick<Settings, "profile" | "now">): QueryReader {
  const readFilter = createFilterReader(profile);
  return {
    readList(raw, address) {
      if (raw === "") return wholeList;
      const { system } = splitQueryOptions(raw, address);
      checkOptions(system.keys(), "list", profile);
      const description = descriptionOf(address);
      const filter = system.get("filter");
      const token = system.get("skiptoken");
      const timed = filter !== undefined && mayAskForNow(filter) ? readMoment(token, now) : undefined;
      checkExpand(system, description);
      return {
        query: {
          filter: filter === undefined ? undefined : readFilter(filter, address, timed?.moment ?? now()),
          orderby: readOrderby(system, description, profile),
          select: readSelect(system, description),
          top: readTop(system, profile),
          skip: read(system, "skip", parseSkip),
          count: read(system, "count", parseCount),
          skipToken: timed === undefined ? token : timed.skipToken,
        },
        sentToken: token,
        format: read(system, "format", formatOf),
        moment: timed?.moment,
      };
    },
    readEntity(raw, address) {
      if (raw === "") return wholeEntity;
      const { system } = splitQueryOptions(raw, address);
      checkOptions(system.keys(), "entity", profile);
      const description = descriptionOf(address);
      checkExpand(system, description);
      return { select: readSelect(system, description), format: read(system, "format", formatOf) };
    },
    readCount(raw, address) {
      checkCountSegment(profile);
      if (raw === "") return undefined;
      const { system } = splitQueryOptions(raw, address);
      checkOptions(system.keys(), "count", profile);
      return read(system, "filter", (text) => readFilter(text, address, now()));
    },
  };
}

type Options = ReadonlyMap<string, string>;

function read<Value>(options: Options, name: string, parse: (text: string) => Value): Value | undefined {
  const text = options.get(name);
  return text === undefined ? undefined : parse(text);
}

/** The moment of the first page: now, or what the token of a later one brings along. */
function readMoment(token: string | undefined, now: () => Date): { moment: Date; skipToken: string | undefined } {
  if (token === undefined) return { moment: now(), skipToken: undefined };
  const parts = splitMomentToken(token);
  if (parts === undefined) throw new ProblemError({ kind: "badSkipToken", skipToken: token });
  return parts;
}

function readTop(options: Options, profile: Profile): number {
  const top = read(options, "top", parseTop) ?? maxTop;
  if (top > maxTop && profile === "strict") throw new ProblemError({ kind: "topTooLarge", limit: maxTop, value: top });
  return Math.min(top, maxTop);
}

function readOrderby(options: Options, description: EntityDescription, profile: Profile): readonly BoundOrder[] {
  const text = options.get("orderby");
  if (text === undefined) return [];
  const orderby = inOption({ option: "orderby", text, description }, () =>
    bindOrderby(parseOrderby(text), description),
  );
  if (profile !== "strict") return orderby;
  for (const { path } of orderby) {
    const name = path.segments.join("/");
    const isDocumented = description.policy.some((policy) => policy.path === name && policy.orderby);
    if (!isDocumented) throw new ProblemError({ kind: "orderbyNotServed", path: name });
  }
  return orderby;
}

function readSelect(options: Options, description: EntityDescription): readonly BoundPath[] | undefined {
  return read(options, "select", (text) =>
    inOption({ option: "select", text, description }, () => bindSelect(parseSelect(text), description)),
  );
}

/** An event leads to no other entity, so there is nothing to expand. */
function checkExpand(options: Options, description: EntityDescription): void {
  read(options, "expand", (text) =>
    inOption({ option: "expand", text, description }, () => refuseExpand(parseSelect(text), description)),
  );
}
