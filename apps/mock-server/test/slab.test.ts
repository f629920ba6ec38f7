import { expect, it } from "vitest";
import { cutBuffer } from "../src/slab.js";

it("gives every caller bytes of its own", () => {
  const cuts = Array.from({ length: 200 }, (_, index) => cutBuffer(1_000 + index).fill(index));
  for (const [index, cut] of cuts.entries()) {
    expect(cut.length).toBe(1_000 + index);
    expect(cut.every((byte) => byte === index)).toBe(true);
  }
});

it("gives a large body memory of its own, so that it keeps no slab alive", () => {
  expect(cutBuffer(20_000).buffer.byteLength).toBe(20_000);
  expect(cutBuffer(100).buffer.byteLength).toBe(65_536);
});
