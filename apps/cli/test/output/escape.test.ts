import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable, toJsonText } from "../../src/output/escape.js";

const obeyed = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

describe("printable", () => {
  it("shows an escape sequence instead of sending it", () => {
    expect(printable("\u001b[2Jx\u009b31m\r\n")).toBe("\\u001b[2Jx\\u009b31m\\u000d\\u000a");
  });

  it("shows what would turn the text round", () => {
    expect(printable("a\u202egnp.exe")).toBe("a\\u202egnp.exe");
  });

  it("leaves letters and joined emoji alone", () => {
    expect(printable("Zoë 王 👩‍💻")).toBe("Zoë 王 👩‍💻");
  });
});

describe("toJsonText", () => {
  it("means the same and holds nothing that a terminal obeys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = toJsonText(value, indent);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(text).not.toMatch(obeyed);
      }),
    );
    expect(toJsonText(["\u009b31m", "\u001b"])).toBe('["\\u009b31m","\\u001b"]');
  });
});
