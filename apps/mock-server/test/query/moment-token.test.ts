import fc from "fast-check";
import { expect, it } from "vitest";
import { joinMomentToken, mayAskForNow, splitMomentToken } from "../../src/query/moment-token.js";

const anyMoment = fc.date({ min: new Date(0), max: new Date(253_402_300_799_999), noInvalidDate: true });
const anyToken = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);

it("gives back what it was made of, in a token's letters", () => {
  fc.assert(
    fc.property(anyMoment, anyToken, (moment, skipToken) => {
      const token = joinMomentToken({ moment, skipToken });
      expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(splitMomentToken(token)).toEqual({ moment, skipToken });
    }),
  );
});

it("takes no other text of the same moment, and no text of none", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z]{0,10}-[\w-]*$/)), (text) => {
      const parts = splitMomentToken(text);
      expect(parts === undefined || joinMomentToken(parts) === text).toBe(true);
    }),
  );
});

it.each(["activityDateTime lt now()", "NOW ()  gt x", "Now( )"])("sees that %s may ask for the present", (filter) => {
  expect(mayAskForNow(filter)).toBe(true);
});

it("sees that a filter of a property called nowhere does not", () => {
  expect(mayAskForNow("contains(knownAs,'now') and jobId eq 'x'")).toBe(false);
});
