import { describe, expect, it } from "vitest";
import { toHotValue, toHotValues } from "../../src/query/columns.js";
import { mapCase } from "../../src/query/map-case.js";
import { toPostgresDocument, toPostgresText, toSearchText } from "../../src/query/strange-text.js";
import { decodeText, encodeText } from "../../src/sqlite/strange-text.js";
import { indexOfBytes, slicePoints } from "../../src/sqlite/text-functions.js";

const strange = [
  "",
  "a\0b",
  "\ud800",
  "a\udfffb",
  "\ud83d\ude00",
  "\udc00\ud800",
  "é\ud800\ude00\ud800",
  "\ud7ff\ue000",
];

describe("text on its way into SQLite and back", () => {
  it.each(strange)("%j stays the same", (text) => {
    expect(decodeText(encodeText(text))).toBe(text);
  });
});

describe("text for PostgreSQL", () => {
  it("leaves ordinary documents alone", () => {
    expect(toPostgresDocument(JSON.stringify({ name: 'quote " and \\u0000 and \n 😀' }))).toBe(undefined);
  });

  it.each(strange)("maps %j in a document as it maps the text", (text) => {
    const document = JSON.stringify({ text });
    const mapped = toPostgresDocument(document) ?? document;
    expect(JSON.parse(mapped)).toEqual({ text: toPostgresText(text) });
    expect(/\\u0000|\p{Cs}/u.test(mapped)).toBe(false);
  });
});

it("keeps a part of a text a part of it in the text that is searched", () => {
  for (const text of ["ADA Éxample İSTANBUL ΑΣ", "a\0b\ud800c"]) {
    for (let start = 0; start < text.length; start += 1) {
      const part = Array.from(text)
        .slice(start, start + 3)
        .join("");
      expect(toSearchText(text)).toContain(toSearchText(part));
    }
  }
});

describe("what a column holds", () => {
  it("is in lower case for members of enums only", () => {
    expect([toHotValue("Failure", true), toHotValue("Failure", false)]).toEqual(["failure", "Failure"]);
  });

  it("differs for different texts, however long and strange", () => {
    const texts = ["a\0", "a\\u0000", "\ud800", "\\ud800", "x".repeat(600), "x".repeat(601), "é".repeat(600), ""];
    const values = texts.map((text) => toHotValue(text, false));
    expect(new Set(values).size).toBe(texts.length);
    for (const value of values) expect(Buffer.byteLength(value ?? "")).toBeLessThanOrEqual(512);
  });

  it("is null for what is no text", () => {
    expect([toHotValue(null, false), toHotValue(undefined, true), toHotValue(5, false)]).toEqual([null, null, null]);
  });

  it("has all names of a summary", () => {
    const named = (displayName: string | null) => ({ displayName });
    const summary = {
      id: "a",
      activityDateTime: "2026-03-02T08:14:05Z",
      servicePrincipal: named("One"),
      sourceIdentity: named(""),
      targetIdentity: named(null),
      sourceSystem: named("Two"),
      initiatedBy: named("Three"),
    };
    expect(toHotValues(summary).names).toBe("one\ntwo\nthree");
  });
});

describe("functions of texts", () => {
  it("finds a part where Buffer does, and in linear time where many parts nearly fit", () => {
    const text = Buffer.from("abababababcabab");
    for (const part of ["", "a", "c", "ababc", "abab", "ba", "abc", "x", "abababababcababx"]) {
      expect([part, indexOfBytes(text, Buffer.from(part))]).toEqual([part, text.indexOf(part)]);
    }
  });

  it("maps each code point by itself, where one becomes one", () => {
    expect(mapCase("ΑΣ İ ǅ", "lower")).toBe("ασ İ ǆ");
    expect(mapCase("straße ǆ ﬀ é", "upper")).toBe("STRAßE Ǆ ﬀ É");
  });

  it("counts code points, and what lies outside as empty", () => {
    expect([slicePoints("a😀b", 1, 1), slicePoints("a😀b", -3, 2), slicePoints("a😀b", 9, 2)]).toEqual([
      "😀",
      "a😀",
      "",
    ]);
    expect([
      slicePoints("a😀b", 2, Number.POSITIVE_INFINITY),
      slicePoints("abc", 0.9, 1.9),
      slicePoints("ab", 0, -1),
    ]).toEqual(["b", "ab", ""]);
  });
});
