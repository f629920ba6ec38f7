import { describe, expectTypeOf, it } from "vitest";
import { createWhere, type Filter, type FilterPath } from "../src/index.js";
import { description } from "./event-description.js";

interface Step {
  name?: string | null;
  size?: number | null;
  tags: string[];
}

interface Event {
  id: string;
  at: string;
  size?: number | null;
  done?: boolean | null;
  action?: "create" | "delete" | (string & {}) | null;
  source?: { displayName?: string | null; details?: { [name: string]: unknown } | null } | null;
  tags: string[];
  steps?: Step[] | null;
}

const where = createWhere<Event>(description);

describe("createWhere", () => {
  it("knows every path", () => {
    expectTypeOf<"id" | "source" | "source/displayName" | "source/details" | "source/details/anything">().toExtend<
      FilterPath<Event>
    >();
    expectTypeOf<"nope">().not.toExtend<FilterPath<Event>>();
    expectTypeOf<"source/nope">().not.toExtend<FilterPath<Event>>();
    expectTypeOf<"steps/name">().not.toExtend<FilterPath<Event>>();
    expectTypeOf(where("size").gt(1).and(where("id").eq("x"))).toEqualTypeOf<Filter>();
  });

  it("refuses wrong paths", () => {
    // @ts-expect-error: no such property
    () => where("nope");
    // @ts-expect-error: no such property of a complex one
    () => where("source/nope");
    // @ts-expect-error: a collection ends a path
    () => where("steps/name");
  });

  it("refuses operators and values that do not fit", () => {
    // @ts-expect-error: numbers contain nothing
    () => where("size").contains("1");
    // @ts-expect-error: a number, not a text
    () => where("size").eq("1");
    // @ts-expect-error: booleans have no order here
    () => where("done").gt(true);
    // @ts-expect-error: a text, not a number
    () => where("id").eq(1);
    // @ts-expect-error: nothing is greater than null
    () => where("size").gt(null);
    // @ts-expect-error: of a complex value only whether it is there
    () => where("source").eq("x");
    // @ts-expect-error: collections are asked by any, all and count
    () => where("tags").eq("x");
    // @ts-expect-error: a list
    () => where("id").in("x");
    // @ts-expect-error: no such property of an element
    () => where("steps").any((step) => step("nope").eq("x"));
    // @ts-expect-error: an element that is a text has no properties
    () => where("tags").any((tag) => tag("length"));
  });

  it("takes what fits", () => {
    expectTypeOf(where("at").gt(new Date(0))).toEqualTypeOf<Filter>();
    expectTypeOf(where("action").in(["create", "new member", null])).toEqualTypeOf<Filter>();
    expectTypeOf(where("source").ne(null)).toEqualTypeOf<Filter>();
    expectTypeOf(where("source/details/x").startsWith("y")).toEqualTypeOf<Filter>();
    expectTypeOf(where("steps").all((step) => step("tags").any((tag) => tag.eq("x")))).toEqualTypeOf<Filter>();
    expectTypeOf(where("tags").count().ge(2)).toEqualTypeOf<Filter>();
  });
});
