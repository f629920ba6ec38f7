import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { soakable } from "../../../vitest.runs.js";
import {
  applyUpdate,
  createSummary,
  ModelError,
  type ProvisioningObjectSummary,
  parseCreate,
  parseUpdate,
  provisioningObjectSummarySchema,
  safeParseCreate,
  safeParseUpdate,
  toContractWire,
} from "../src/index.js";
import * as v1 from "../src/v1.js";
import { anything, create, update, v1Update } from "./support/arbitraries.js";
import { betaView, v1View } from "./support/wire.js";

const summary = fc
  .tuple(create, update)
  .map(([first, then]) => applyUpdate(createSummary(parseCreate(first), "1"), parseUpdate(then)));

describe("reading", () => {
  it("accepts tolerantly and unchanged what the strict schemas accept", () => {
    fc.assert(
      fc.property(create, (input) => {
        deepStrictEqual(provisioningObjectSummarySchema.parse({ ...input, id: "1" }), { ...input, id: "1" });
        const parsed = { ...parseCreate(input), id: "1" };
        deepStrictEqual(provisioningObjectSummarySchema.parse(parsed), parsed);
      }),
    );
  });

  it("gives the input back where it neither renames nor completes anything", () => {
    fc.assert(fc.property(v1Update, (input) => deepStrictEqual(v1.parseUpdate(input), input)));
  });

  it("accepts its own result unchanged", () => {
    fc.assert(
      fc.property(update, (input) => {
        const parsed = parseUpdate(input);
        deepStrictEqual(parseUpdate(parsed), parsed);
      }),
    );
  });

  it("leaves the input alone", () => {
    fc.assert(
      fc.property(update, (input) => {
        const before = structuredClone(input);
        parseUpdate(input);
        deepStrictEqual(input, before);
      }),
    );
  });
});

describe("what the server sends back", () => {
  const views: [string, (stored: ProvisioningObjectSummary) => unknown][] = [
    ["the beta view", betaView],
    ["the contract's reply", (stored) => JSON.parse(JSON.stringify(toContractWire(stored)))],
  ];

  it.each(views)("is accepted unchanged: %s", (_, render) => {
    fc.assert(
      fc.property(summary, (stored) => {
        const body: unknown = render(stored);
        deepStrictEqual(createSummary(parseCreate(body), "1"), stored);
        deepStrictEqual(applyUpdate(stored, parseUpdate(body)), stored);
      }),
    );
  });

  it("is accepted unchanged: the v1.0 view", () => {
    fc.assert(
      fc.property(summary, (stored) => {
        const body = v1View(stored);
        deepStrictEqual(applyUpdate(stored, v1.parseUpdate(body)), stored);
        deepStrictEqual(v1.toV1(createSummary(v1.parseCreate(body), "1")), v1.toV1(stored));
      }),
    );
  });

  it("is read tolerantly as what was stored, but for the name of a derived type", () => {
    fc.assert(
      fc.property(summary, (stored) => {
        const { statusInfo, ...rest } = provisioningObjectSummarySchema.parse(betaView(stored));
        const { statusInfo: storedInfo, ...storedRest } = stored;
        deepStrictEqual(rest, storedRest);
        expect(statusInfo).toEqual(storedInfo === null ? null : expect.objectContaining(storedInfo ?? {}));
      }),
    );
  });
});

describe("merging", () => {
  it("changes nothing when the change is empty", () => {
    fc.assert(fc.property(summary, (stored) => deepStrictEqual(applyUpdate(stored, parseUpdate({})), stored)));
  });

  it("is the same once and twice", () => {
    fc.assert(
      fc.property(summary, update, (stored, input) => {
        const change = parseUpdate(input);
        const once = applyUpdate(stored, change);
        deepStrictEqual(applyUpdate(once, change), once);
      }),
    );
  });

  it("touches neither argument", () => {
    fc.assert(
      fc.property(summary, update, (stored, input) => {
        const change = parseUpdate(input);
        const before = structuredClone([stored, change]);
        applyUpdate(stored, change);
        deepStrictEqual([stored, change], before);
      }),
    );
  });

  it("always leaves the two faces of a twin saying the same", () => {
    fc.assert(
      fc.property(summary, update, (stored, input) => {
        const merged = applyUpdate(stored, parseUpdate(input));
        const { action, provisioningAction, statusInfo, provisioningStatusInfo } = merged;
        expect(safeParseUpdate({ action, provisioningAction, statusInfo, provisioningStatusInfo })).toMatchObject({
          success: true,
        });
        expect(provisioningStatusInfo === null).toBe(statusInfo === null);
      }),
    );
  });
});

describe("converting", () => {
  it("gives the same v1.0 summary after beta and back", () => {
    fc.assert(
      fc.property(v1Update, (input) => {
        const before = { id: "1", activityDateTime: "2026-03-02T08:14:05Z", ...input };
        deepStrictEqual(v1.toV1(v1.toBeta(before)), before);
      }),
    );
  });

  it("loses what is declared, and nothing else, from beta to v1.0 and back", () => {
    fc.assert(
      fc.property(summary, (before) => {
        const after = v1.toBeta(v1.toV1(before));
        const declared = new Set<string>(v1.conversionLosses.map(({ path }) => path));
        for (const name of Object.keys(before)) {
          if (!declared.has(name)) deepStrictEqual(Reflect.get(after, name), Reflect.get(before, name));
        }
        expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
        // Of the declared ones only the wording is lost: both sides still mean the same.
        deepStrictEqual(after.provisioningAction, before.provisioningAction);
        deepStrictEqual(after.provisioningStatusInfo, before.provisioningStatusInfo);
        deepStrictEqual(meaning(after), meaning(before));
      }),
    );
  });
});

describe("hostile input", () => {
  const safeParsers = { safeParseCreate, safeParseUpdate, v1Create: v1.safeParseCreate, v1Update: v1.safeParseUpdate };
  const hostile = fc.oneof(
    anything,
    fc.tuple(create, fc.string(), anything).map(([valid, key, value]) => ({ ...valid, [key]: value })),
    fc
      .tuple(
        create,
        fc.constantFrom("statusInfo", "servicePrincipal", "initiatedBy", "provisioningSteps", "id"),
        anything,
      )
      .map(([valid, key, value]) => ({ ...valid, [key]: value })),
    anything.map((value) => ({ sourceSystem: { details: value } })),
    anything.map((value) => ({
      activityDateTime: "2026-03-02T08:14:05Z",
      provisioningSteps: [value, { details: value }],
    })),
  );

  it.each(Object.entries(safeParsers))("gives a result and never throws: %s", (_, safeParse) => {
    fc.assert(
      fc.property(hostile, (input) => {
        const result = safeParse(input);
        if (result.success) return;
        expect(ModelError.isInstance(result.error)).toBe(true);
        expect(result.error.issues.length).toBeGreaterThan(0);
        expect(result.error.message).not.toBe("");
      }),
      { numRuns: soakable(300) },
    );
  });

  it("throws nothing but a ModelError where throwing is promised", () => {
    fc.assert(
      fc.property(hostile, (input) => {
        for (const parse of [parseCreate, parseUpdate, v1.parseCreate, v1.parseUpdate]) {
          try {
            parse(input);
          } catch (error) {
            expect(ModelError.isInstance(error)).toBe(true);
          }
        }
      }),
    );
  });

  it("makes the tolerant schema report, never throw", () => {
    fc.assert(
      fc.property(hostile, (input) => {
        expect(typeof provisioningObjectSummarySchema.safeParse(input).success).toBe("boolean");
      }),
    );
  });

  it("that is accepted can be stored, merged and rendered", () => {
    fc.assert(
      fc.property(hostile, hostile, (input, other) => {
        const created = safeParseCreate(input);
        const change = safeParseUpdate(other);
        if (!created.success) return;
        const stored = createSummary(created.data, "1");
        const merged = change.success ? applyUpdate(stored, change.data) : stored;
        expect(betaView(merged)).toMatchObject({ id: "1" });
      }),
    );
  });
});

function meaning({ action, statusInfo }: ProvisioningObjectSummary): unknown {
  const { provisioningAction, provisioningStatusInfo } = parseUpdate({ action, statusInfo });
  const { status = null, errorInformation = null } = provisioningStatusInfo ?? {};
  const { errorCode, reason, additionalDetails, errorCategory, recommendedAction } = errorInformation ?? {};
  const members = [errorCode, reason, additionalDetails, errorCategory, recommendedAction].map(
    (value) => value ?? null,
  );
  return [provisioningAction, provisioningStatusInfo === null, status, errorInformation === null, members];
}
