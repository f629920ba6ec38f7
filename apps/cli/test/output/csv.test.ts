import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderCsvRecord } from "../../src/output/csv.js";

/** A reader by RFC 4180, made for this test. */
function readRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === "") quoted = true;
    else if (character === ",") {
      record.push(field);
      field = "";
    } else if (character === "\r" && text[at + 1] === "\n") {
      records.push([...record, field]);
      record = [];
      field = "";
      at += 1;
    } else field += character;
  }
  return records;
}

describe("renderCsvRecord", () => {
  it.each<[unknown, string]>([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\r\nlines", '"two\r\nlines"'],
    ["a;b", '"a;b"'],
    [" blank ", '" blank "'],
    ["", ""],
    [null, ""],
    [undefined, ""],
    [-5, "-5"],
    [true, "true"],
    [{ a: 1 }, '"{""a"":1}"'],
    ["ü 😀", "ü 😀"],
    ["\u001b[2J\u202ex", "\\u001b[2J\\u202ex"],
    ["a-b=c+d@e", "a-b=c+d@e"],
  ])("writes %j as %j", (value, text) => {
    expect(renderCsvRecord([value])).toBe(`${text}\r\n`);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t'=1"],
    ["\tx", "'\tx"],
    ["\rx", "'\rx"],
    ["  =1", "'  =1"],
    ['"=1', `'"=1`],
    ["'=1", "''=1"],
    ["\u00a0=1", "'\u00a0=1"],
    ["\u0000\u001b=1", "\\u0000\\u001b=1"],
    ["\ufeff=1", "\\ufeff=1"],
    ["\u200b=1", "'\u200b=1"],
    ["\uff1d1", "'\uff1d1"],
    ["name;=1", "name;'=1"],
    ["name;  =1", "name;'  =1"],
    ["name\n=1", "name\n'=1"],
    ["=1;=2", "'=1;'=2"],
  ])("puts an apostrophe before what a spreadsheet would run in %j", (value, text) => {
    expect(readRecords(renderCsvRecord([value]))).toEqual([[text]]);
  });

  it("can be read back, and changes nothing but by apostrophes", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab,;\"'\r\n\t =+-@") });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (values) => {
        const [read = [], ...more] = readRecords(renderCsvRecord(values));
        expect(more).toEqual([]);
        expect(read.map((value) => value.replaceAll("'", ""))).toEqual(
          values.map((value) => value.replaceAll("'", "")),
        );
        for (const cell of read) expect(cell).not.toMatch(/(?:^|[;\t\r\n])[\s"]*[=+\-@]/);
      }),
    );
  });

  it("takes time in proportion to the text, however it begins", () => {
    const text = "\t".repeat(2_000_000);
    expect(renderCsvRecord([text])).toHaveLength(text.length + 5);
  });
});
