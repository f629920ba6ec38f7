import fc from "fast-check";
import { expect, it } from "vitest";

it("property tests draw the same values in every run", () => {
  expect(fc.readConfigureGlobal().seed).toBe(Number(process.env["SOAK_SEED"] ?? 20_261_124));
  const draw = () => fc.sample(fc.string());
  expect(draw()).toEqual(draw());
});
