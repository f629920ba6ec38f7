import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ODataError, replaceSystemOption, splitQueryOptions } from "../src/index.js";
import { codeOf, refusal } from "./refusal.js";

const system = (raw: string, dollarOptional = false) =>
  Object.fromEntries(splitQueryOptions(raw, { dollarOptional }).system);
const custom = (raw: string, dollarOptional = false) =>
  Object.fromEntries(splitQueryOptions(raw, { dollarOptional }).custom);

describe("splitQueryOptions", () => {
  it.each([
    ["new URL() and fetch", "$filter=a%20eq%20%27b%20c%27"],
    ["URLSearchParams", "%24filter=a+eq+%27b+c%27"],
    ["encodeURIComponent", "$filter=a%20eq%20'b%20c'"],
    ["kiota before its handler", "%24filter=a%20eq%20%27b%20c%27"],
  ])("reads what %s produce", (_, raw) => {
    expect(system(raw)).toEqual({ filter: "a eq 'b c'" });
  });

  it("keeps an encoded & and = in the value", () => {
    expect(system("$filter=a eq 'x%26$top%3D1'&$top=5")).toEqual({ filter: "a eq 'x&$top=1'", top: "5" });
  });

  it("splits at the first = only", () => {
    expect(system("$filter=a=b=c")).toEqual({ filter: "a=b=c" });
  });

  it("takes an encoded + for a plus, not for a blank", () => {
    expect(system("$filter=t%2B02:00+x")).toEqual({ filter: "t+02:00 x" });
  });

  it("decodes once", () => {
    expect(system("$filter=%2520")).toEqual({ filter: "%20" });
  });

  it("tolerates empty pairs and options without a value", () => {
    expect(system("&&$count&$top=&")).toEqual({ count: "", top: "" });
  });

  it("lets option names come in any case", () => {
    expect(system("$SkipToken=aB")).toEqual({ skiptoken: "aB" });
  });

  it("hands on system options it does not know", () => {
    expect(system("$frob=1&$=2")).toEqual({ frob: "1", "": "2" });
  });

  it("takes names without $ for custom options unless told otherwise", () => {
    expect([system("top=1"), custom("top=1")]).toEqual([{}, { top: "1" }]);
    expect([system("Top=1", true), custom("Top=1", true)]).toEqual([{ top: "1" }, {}]);
  });

  it("never takes a name that OData does not reserve for a system option without $", () => {
    expect([system("id=1&foo=2", true), custom("id=1&foo=2", true)]).toEqual([{}, { id: "1", foo: "2" }]);
  });

  it("keeps the first of equal custom options, and strange names", () => {
    expect(custom("a=1&a=2&__proto__=3&constructor=4")).toEqual(
      Object.fromEntries([
        ["a", "1"],
        ["__proto__", "3"],
        ["constructor", "4"],
      ]),
    );
  });

  it.each(["$top=1&$top=2", "$top=1&$TOP=1", "$top=1&%24top=1", "%24ToP=1&&$top"])(
    "refuses a repeated option: %s",
    (raw) => {
      expect(refusal(() => splitQueryOptions(raw))).toMatchObject({
        code: "duplicateOption",
        parameters: { name: "$top" },
      });
    },
  );

  it("counts $top and top as one option only where $ is optional", () => {
    expect(codeOf(() => splitQueryOptions("$top=1&top=2", { dollarOptional: true }))).toBe("duplicateOption");
    expect(codeOf(() => splitQueryOptions("$top=1&top=2"))).toBeUndefined();
  });

  it.each(["%zz", "%2", "%", "%C3%28", "%ff", "%24top%=1", "a=%E4"])("refuses a bad percent sequence: %s", (part) => {
    expect(refusal(() => splitQueryOptions(`x=1&${part}`))).toMatchObject({ code: "badEncoding" });
  });

  it("says where the trouble is", () => {
    expect(refusal(() => splitQueryOptions("$top=1&$filter=%zz"))?.position).toBe("$top=1&$filter=".length);
    expect(refusal(() => splitQueryOptions("$top=1&x&$top=2"))?.position).toBe("$top=1&x&".length);
  });

  it("bounds the length and the number of options, not of empty pairs", () => {
    expect(codeOf(() => splitQueryOptions("x".repeat(65_537)))).toBe("queryTooLong");
    expect(codeOf(() => splitQueryOptions("a&".repeat(100)))).toBeUndefined();
    expect(codeOf(() => splitQueryOptions("a&".repeat(101)))).toBe("tooManyOptions");
    expect(codeOf(() => splitQueryOptions("&".repeat(65_536)))).toBeUndefined();
  });

  const name = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !text.startsWith("$"));
  const options = fc.uniqueArray(fc.tuple(name, fc.string({ unit: "grapheme" })), {
    selector: ([key]) => key.toLowerCase(),
  });

  it("gives back what URLSearchParams wrote", () => {
    fc.assert(
      fc.property(options, (pairs) => {
        const written = new URLSearchParams(pairs).toString();
        expect([...splitQueryOptions(written).custom]).toEqual(pairs);
      }),
    );
  });

  it("gives back what encodeURIComponent wrote, names in $ form included", () => {
    fc.assert(
      fc.property(options, (pairs) => {
        const written = pairs
          .map(([key, value]) => `$${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
          .join("&");
        expect([...splitQueryOptions(written).system]).toEqual(pairs.map(([key, value]) => [key.toLowerCase(), value]));
      }),
    );
  });

  it("throws nothing but ODataError", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("$top", "%", "%24", "&", "=", "+", "%zz", "\ud800", "top"),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.boolean(), (pieces, dollarOptional) => {
        const error = refusal(() => splitQueryOptions(pieces.join(""), { dollarOptional }));
        expect(error === undefined || ODataError.isInstance(error)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("replaceSystemOption", () => {
  it("leaves every other option as it was written and puts the new one last", () => {
    expect(replaceSystemOption("%24filter=a+eq+%27b%27&$SkipToken=old&&x", "skiptoken", "new")).toBe(
      "%24filter=a+eq+%27b%27&x&$skiptoken=new",
    );
  });

  it("adds the option where there was none", () => {
    expect(replaceSystemOption("", "skiptoken", "t")).toBe("$skiptoken=t");
  });

  it("knows the form without $ only where it counts", () => {
    expect(replaceSystemOption("skiptoken=a", "skiptoken", "b")).toBe("skiptoken=a&$skiptoken=b");
    expect(replaceSystemOption("skiptoken=a", "skiptoken", "b", { dollarOptional: true })).toBe("$skiptoken=b");
  });

  it("encodes a value that needs it", () => {
    expect(system(replaceSystemOption("$top=1", "filter", "a eq 'b&c'"))).toEqual({ top: "1", filter: "a eq 'b&c'" });
  });
});
