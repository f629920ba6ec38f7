import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentCache } from "../src/document-cache.js";
import { createStoredDocument } from "../src/stored-document.js";

const documentOf = (row: number, size = 1_000, tenant = "contoso") =>
  createStoredDocument(row, tenant, row, { id: `a${row}`, at: "", bytes: new Uint8Array(size), v1Start: 1 });

describe("DocumentCache", () => {
  it("finds a document by row and by id, and forgets it by row", () => {
    const cache = new DocumentCache(10_000);
    const document = documentOf(1);
    cache.set(document);
    expect([cache.byRow(1), cache.byId("contoso", "a1"), cache.byId("fabrikam", "a1")]).toEqual([
      document,
      document,
      undefined,
    ]);
    cache.delete(1);
    expect([cache.byRow(1), cache.byId("contoso", "a1"), cache.size]).toEqual([undefined, undefined, 0]);
  });

  it("puts a newer document of a row in place of the older", () => {
    const cache = new DocumentCache(10_000);
    cache.set(documentOf(1));
    const [sizeBefore, newer] = [cache.size, documentOf(1)];
    cache.set(newer);
    expect([cache.byRow(1), cache.byId("contoso", "a1"), cache.size]).toEqual([newer, newer, sizeBefore]);
  });

  it("keeps what was read and drops what was not", () => {
    const cache = new DocumentCache(4_100 + 4_000);
    for (const row of [1, 2, 3, 4]) cache.set(documentOf(row));
    cache.byRow(1);
    cache.byId("contoso", "a2");
    cache.set(documentOf(5));
    cache.set(documentOf(6));
    expect([1, 2, 3, 4, 5, 6].filter((row) => cache.byRow(row))).toEqual([1, 2, 5, 6]);
  });

  it("does not keep a document larger than its budget", () => {
    const cache = new DocumentCache(5_000);
    cache.set(documentOf(1));
    cache.set(documentOf(2, 6_000));
    expect([cache.byRow(1)?.row, cache.byRow(2)]).toEqual([1, undefined]);
  });

  it("drops the older document of a row also when the newer does not fit", () => {
    const cache = new DocumentCache(5_000);
    cache.set(documentOf(1));
    cache.set(documentOf(1, 6_000));
    expect([cache.byRow(1), cache.byId("contoso", "a1"), cache.size]).toEqual([undefined, undefined, 0]);
  });

  const operation = fc.record({
    kind: fc.constantFrom("set", "read", "delete"),
    row: fc.integer({ min: 1, max: 12 }),
    size: fc.integer({ min: 0, max: 4_000 }),
  });

  it("never exceeds its budget and never answers anything but the last document set", () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 60 }), fc.integer({ min: 0, max: 20_000 }), (operations, budget) => {
        const cache = new DocumentCache(budget);
        const last = new Map<number, ReturnType<typeof documentOf>>();
        for (const { kind, row, size } of operations) {
          if (kind === "set") {
            const document = documentOf(row, size, row % 2 === 0 ? "contoso" : "fabrikam");
            last.set(row, document);
            cache.set(document);
          } else if (kind === "delete") {
            last.delete(row);
            cache.delete(row);
          }
          const [byRow, byId] = [cache.byRow(row), cache.byId(row % 2 === 0 ? "contoso" : "fabrikam", `a${row}`)];
          expect(byRow).toBe(byId);
          if (byRow !== undefined) expect(byRow).toBe(last.get(row));
          expect(cache.size).toBeLessThanOrEqual(budget);
        }
        for (const row of last.keys()) cache.delete(row);
        expect(cache.size).toBe(0);
      }),
    );
  });
});
