import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../src/random.js";

describe("Random", () => {
  it("gives the same numbers on every engine", () => {
    const random = new Random(42, 1, 0);
    expect([random.next(), random.next(), random.next()]).toEqual([1_021_338_054, 3_908_351_119, 4_038_752_220]);
  });

  it("tells seeds, streams and positions apart", () => {
    const names = [
      [0, 0, 0],
      [1, 0, 0],
      [-1, 0, 0],
      [0xffff_ffff, 0, 0],
      [2 ** 32, 0, 0],
      [Number.MAX_SAFE_INTEGER, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 2 ** 32],
    ] as const;
    const firstIds = names.map(([seed, stream, position]) => new Random(seed, stream, position).guid());
    expect(new Set(firstIds).size).toBe(names.length);
  });

  it("stays inside its bounds", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: -50, max: 50 }), fc.nat(1_000), (seed, low, width) => {
        const random = new Random(seed, 1);
        for (let left = 20; left > 0; left -= 1) {
          const value = random.between(low, low + width);
          expect(value >= low && value <= low + width && Number.isInteger(value)).toBe(true);
        }
      }),
    );
  });

  it("reaches every value and both answers of a chance", () => {
    const random = new Random(7, 1);
    expect(new Set(Array.from({ length: 200 }, () => random.between(3, 6)))).toEqual(new Set([3, 4, 5, 6]));
    expect(new Set(Array.from({ length: 200 }, () => random.chance(1, 4)))).toEqual(new Set([true, false]));
  });

  it("makes ids in the shape of a GUID and short ids of the length asked for", () => {
    const random = new Random(7, 1);
    for (let left = 100; left > 0; left -= 1) {
      expect(random.guid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
      expect(random.shortId(14)).toMatch(/^[a-z0-9]{14}$/);
    }
  });
});
