import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindFilter, createWhere, evaluate, type Filter, parseFilter } from "../src/index.js";
import { description, event } from "./event-description.js";
import { refusal } from "./refusal.js";
import { withoutPositions } from "./trees.js";

const where = createWhere<typeof event & { took: string; name: string | null }>(description);

const built: [Filter, string][] = [
  [where("name").eq("O'Neil").and(where("size").gt(5)), "name eq 'O''Neil' and size gt 5"],
  [where("name").ne(null).or(where("done").eq(true), where("size").le(1)), "name ne null or done eq true or size le 1"],
  [
    where("name").eq("a").or(where("name").eq("b")).and(where("size").lt(2)),
    "(name eq 'a' or name eq 'b') and size lt 2",
  ],
  [where("name").contains("a").not(), "not contains(name,'a')"],
  [
    where("name").startsWith("a").and(where("name").endsWith("b")).not(),
    "not (startswith(name,'a') and endswith(name,'b'))",
  ],
  [
    where("at")
      .ge("2026-03-02")
      .and(where("at").lt(new Date(0))),
    "at ge 2026-03-02 and at lt 1970-01-01T00:00:00.000Z",
  ],
  [where("at").in(["2026-03-02T08:14:05Z"]), "at in (2026-03-02T08:14:05Z)"],
  [where("key").eq(event.key), `key eq ${event.key}`],
  [where("took").gt("PT1S"), "took gt duration'PT1S'"],
  [where("action").in(["create", "Delete"]), "action in ('create','Delete')"],
  [where("size").in([]), "size in ()"],
  [
    where("ratio").eq(-2.5).or(where("ratio").lt(1e21), where("ratio").eq(-Infinity)),
    "ratio eq -2.5 or ratio lt 1e21 or ratio eq -INF",
  ],
  [where("source/details/Level").eq("high"), "source/details/Level eq 'high'"],
  [where("info").ne(null), "info ne null"],
  [where("tags").any(), "tags/any()"],
  [where("tags").any((tag) => tag.eq("red")), "tags/any(x:x eq 'red')"],
  [
    where("steps").all((step) => step("tags").any((tag) => tag.eq("a").and(step("size").gt(0)))),
    "steps/all(x:x/tags/any(x1:x1 eq 'a' and x/size gt 0))",
  ],
  [where("steps").any((step) => step("tags").count().eq(0)), "steps/any(x:x/tags/$count eq 0)"],
  [where("tags").count().gt(1), "tags/$count gt 1"],
];

describe("createWhere", () => {
  it.each(built)("makes the tree of its own text: %s", (filter, text) => {
    expect(String(filter)).toBe(text);
    expect(withoutPositions(filter.tree)).toEqual(withoutPositions(parseFilter(text)));
    expect(() => bindFilter(filter.tree, description)).not.toThrow();
  });

  it("leaves the filters it combines as they were", () => {
    const first = where("size").gt(1);
    first.and(where("size").lt(2));
    expect(String(first)).toBe("size gt 1");
  });

  it("says at once what the description refuses", () => {
    expect(refusal(() => where("at").gt("yesterday"))?.code).toBe("badDateTimeOffset");
    expect(refusal(() => where("action").eq("nope"))?.code).toBe("badEnumMember");
    expect(refusal(() => where("at").contains("2026"))?.code).toBe("functionArguments");
    expect(refusal(() => where("name").eq(new Date(0)))?.code).toBe("incompatibleTypes");
    expect(refusal(() => createWhere<{ nope: string }>(description)("nope"))?.code).toBe("propertyNotFound");
    expect(refusal(() => where("steps").any((step) => step("name").eq(new Date(0))))?.code).toBe("incompatibleTypes");
  });

  it("quotes any text, and numbers of any size", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.double({ noNaN: true }), (name, ratio) => {
        const filter = where("name").eq(name).and(where("ratio").eq(ratio));
        const bound = bindFilter(parseFilter(String(filter)), description);
        expect(evaluate(bound, { name, ratio: Number.isFinite(ratio) ? ratio : 0 })).toBe(Number.isFinite(ratio));
      }),
    );
  });
});
