import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BodyId, chooseTarget, fits, type TargetFacts } from "../src/choose-target.js";
import { rows } from "./read-rows.js";
import type { RowCase } from "./row-rules.js";

const etags = { stored: "7", stale: "3" };

/** What the server would know of a case. */
function factsOf([address, id, body, prefer, ifMatch]: RowCase): TargetFacts {
  const pathId = /\{(stored|unknown)\}/.exec(address)?.[1];
  const bodyIds: Record<string, BodyId> = { absent: "absent", null: "null", empty: "empty", number: "notText" };
  const meant = pathId ?? id;
  const isV1 = address.startsWith("/v1.0");
  return {
    address: pathId === undefined ? "collection" : "entity",
    body: "object",
    bodyId: bodyIds[id] ?? (pathId === undefined || pathId === id ? "given" : "differs"),
    queryOption: false,
    valid: pathId === undefined || (body !== "placeholders" && !(isV1 && body === "whole")),
    whole: body !== "partial" && body !== "{}",
    returnMinimal: prefer === "minimal" || prefer === "both",
    createIfMissing: prefer === "create-if-missing" || prefer === "both",
    ifMatch: { none: undefined, good: [etags.stored], stale: [etags.stale], "*": "*" as const }[ifMatch],
    ifNoneMatch: undefined,
    stored: meant === "stored" ? etags.stored : undefined,
  };
}

describe("rows.json", () => {
  it("holds the whole product, each case once", () => {
    expect(rows).toHaveLength(6 * 6 * 5 * 4 * 4);
    expect(new Set(rows.map((row) => row.slice(0, 5).join("|"))).size).toBe(rows.length);
    expect(new Set(rows.map(([, , , , , row]) => row))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  });

  it("is what chooseTarget decides, case by case", () => {
    const wrong = rows.filter((row) => {
      const target = chooseTarget(factsOf(row));
      return target.row !== row[5] || target.status !== row[6] || target.effect !== row[7];
    });
    expect(wrong).toEqual([]);
  });
});

describe("chooseTarget beside the product", () => {
  const [whole] = rows.filter(
    ([, id, body, prefer, ifMatch]) => id === "stored" && body === "whole" && prefer === "none" && ifMatch === "none",
  );
  const base = factsOf(whole ?? ["/beta", "stored", "whole", "none", "none", 1, 200, "update"]);

  it.each([
    ["an array, text or number", { body: "notObject" }, 5, 400, "body"],
    ["a delta payload", { body: "delta" }, 5, 400, "body"],
    ["a $ option", { queryOption: true }, 5, 400, "queryOption"],
    ["a $ option before a type error", { queryOption: true, valid: false }, 5, 400, "queryOption"],
    ["a type error before a failed condition", { valid: false, ifMatch: ["3"] }, 8, 400, "invalid"],
    ["If-None-Match: * on a stored id", { ifNoneMatch: "*" }, 6, 412, "ifNoneMatch"],
    ["If-None-Match with the stored etag", { ifNoneMatch: ["7"] }, 6, 412, "ifNoneMatch"],
    [
      "If-Match with create-if-missing on an id that is not stored",
      { stored: undefined, createIfMissing: true, ifMatch: "*" },
      6,
      412,
      "ifMatch",
    ],
  ] as const)("refuses %s", (_, facts, row, status, refusal) => {
    expect(chooseTarget({ ...base, ...facts })).toEqual({ row, status, effect: "none", refusal });
  });

  it.each(["7", undefined])("refuses an If-None-Match that cannot be read, when %s is stored", (stored) => {
    const facts = { ...base, stored, createIfMissing: true, ifNoneMatch: "malformed" } as const;
    expect(chooseTarget(facts)).toEqual({ row: 6, status: 412, effect: "none", refusal: "ifNoneMatch" });
  });

  it("lets If-None-Match: * create", () => {
    expect(chooseTarget({ ...base, stored: undefined, createIfMissing: true, ifNoneMatch: "*" })).toEqual({
      row: 2,
      status: 201,
      effect: "upsert",
    });
  });

  it("lets If-None-Match with another etag update", () => {
    expect(chooseTarget({ ...base, ifNoneMatch: ["3"] })).toMatchObject({ row: 1, effect: "update" });
  });

  const condition = fc.option(fc.oneof(fc.constant("*" as const), fc.array(fc.constantFrom("3", "7"))), {
    nil: undefined,
  });
  const anyFacts: fc.Arbitrary<TargetFacts> = fc.record({
    address: fc.constantFrom("collection", "entity"),
    body: fc.constantFrom("object", "delta", "notObject"),
    bodyId: fc.constantFrom("absent", "given", "differs", "null", "empty", "notText"),
    queryOption: fc.boolean(),
    valid: fc.boolean(),
    whole: fc.boolean(),
    returnMinimal: fc.boolean(),
    createIfMissing: fc.boolean(),
    ifMatch: condition,
    ifNoneMatch: condition,
    stored: fc.option(fc.constant("7"), { nil: undefined }),
  });

  it("writes only what is valid, wanted and allowed by its conditions", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const target = chooseTarget(facts);
        if (target.effect === "none") {
          expect(target.status).toBeGreaterThanOrEqual(400);
          return;
        }
        expect(facts.valid && facts.body === "object" && !facts.queryOption).toBe(true);
        expect(target.effect === "update").toBe(facts.stored !== undefined);
        if (target.effect !== "update") expect(facts.whole).toBe(true);
        if (target.effect === "upsert") expect(facts.createIfMissing).toBe(true);
        if (facts.ifMatch !== undefined) expect(fits(facts.ifMatch, facts.stored)).toBe(true);
        expect(target.status === 204).toBe(facts.returnMinimal);
      }),
    );
  });

  it("changes the status and nothing else for return=minimal", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const full = chooseTarget({ ...facts, returnMinimal: false });
        const minimal = chooseTarget({ ...facts, returnMinimal: true });
        expect(minimal.effect).toBe(full.effect);
        if (full.effect === "none") expect(minimal).toEqual(full);
      }),
    );
  });
});
