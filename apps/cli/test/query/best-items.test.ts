import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BestItems } from "../../src/query/best-items.js";

describe("BestItems", () => {
  it("gives what sorting everything and cutting would give, equal items in the order they came in", () => {
    const item = fc.record({ key: fc.integer({ min: 0, max: 9 }), place: fc.constant(0) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 200 }), fc.integer({ min: 0, max: 40 }), (given, most) => {
        const items = given.map(({ key }, place) => ({ key, place }));
        const best = new BestItems<(typeof items)[number]>((left, right) => left.key - right.key, most);
        for (const one of items) best.offer(one);
        expect(best.inOrder()).toEqual(items.toSorted((left, right) => left.key - right.key).slice(0, most));
        expect(best.seen).toBe(items.length);
      }),
    );
  });
});
