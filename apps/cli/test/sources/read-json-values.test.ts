import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonEntry } from "../../src/sources/json-entry.js";
import { type ReadJsonOptions, readJsonValues } from "../../src/sources/read-json-values.js";

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(input: string | Uint8Array, options: ReadJsonOptions = {}, chunkSize = 7): Promise<JsonEntry[]> {
  const bytes = typeof input === "string" ? Buffer.from(input) : input;
  const entries: JsonEntry[] = [];
  for await (const entry of readJsonValues(inChunks(bytes, chunkSize), options)) entries.push(entry);
  return entries;
}

const value = (item: unknown, location = {}) => ({ kind: "value", value: item, location });
const problem = (reason: string | RegExp, location = {}) => ({
  kind: "problem",
  reason: typeof reason === "string" ? reason : expect.stringMatching(reason),
  location,
});

describe("a single value", () => {
  it("has no location", async () => {
    expect(await read('{\n  "id": "a",\n  "n": [1, {"value": [2]}]\n}\n')).toEqual([
      value({ id: "a", n: [1, { value: [2] }] }),
    ]);
  });

  it("is no collection when its value is no array", async () => {
    expect(await read('{ "value": { "value": [] }, "x": ["value"] }')).toEqual([
      value({ value: { value: [] }, x: ["value"] }),
    ]);
  });

  it("is no collection when only part of a name is value, or a value says value", async () => {
    const object = { valu: [1], values: [2], "value ": [3], name: "value", list: ["value", [4]], 'va"lue': [5] };
    expect(await read(JSON.stringify(object))).toEqual([value(object)]);
  });

  it.each(["5", "null", '"text"', "true"])("may be the scalar %s", async (text) => {
    expect(await read(text)).toEqual([value(JSON.parse(text))]);
  });

  it("may begin with a byte order mark", async () => {
    expect(await read("\ufeff[1]")).toEqual([value(1, { index: 0 })]);
  });
});

describe("a text that is no JSON", () => {
  it("is one problem, not one for each of its words", async () => {
    expect(await read("A note, in words\nand lines.\n")).toEqual([problem(/is not JSON/)]);
    expect(await read('{\n}\n"A" note')).toEqual([
      value({}, { line: 1 }),
      value("A", { line: 3 }),
      problem(/is not JSON/, { line: 3 }),
    ]);
  });

  it("may be its last word", async () => {
    expect(await read("note")).toEqual([problem(/is not JSON/)]);
  });
});

describe("an array", () => {
  it("gives its elements with their index", async () => {
    expect(await read('[ {"id":"a"} ,\n"b", 3,null,[4,[]] ]\n')).toEqual(
      [{ id: "a" }, "b", 3, null, [4, []]].map((item, index) => value(item, { index })),
    );
  });

  it("may be empty", async () => {
    expect(await read("[ ]")).toEqual([]);
  });

  it("goes on after an element that is not JSON", async () => {
    expect(await read('[{"a":1},{a:2},{"a":3}]')).toEqual([
      value({ a: 1 }, { index: 0 }),
      problem(/^is not JSON: /, { index: 1 }),
      value({ a: 3 }, { index: 2 }),
    ]);
  });

  it.each([
    ["[1 2]", /comma/, 1],
    ["[1,]", /value is missing/, 1],
    ["[,1]", /value is missing/, 0],
    ["[1,,2]", /value is missing/, 1],
    ["[1}", /comma/, 1],
    ["[1", /in the middle/, 1],
    ['[1,{"a":', /in the middle/, 1],
    ['[1,"a', /in the middle/, 1],
  ])("stops where %s breaks", async (text, reason, index) => {
    expect((await read(text)).at(-1)).toEqual(problem(reason, { index }));
  });
});

describe("a collection", () => {
  it("gives the elements of its value, whatever stands around it", async () => {
    const text = '{"@odata.context":"x","n":{"value":[9]},"value" : [ {"id":"a"},{"id":"b"} ], "@odata.nextLink":"y"}';
    expect(await read(text)).toEqual([value({ id: "a" }, { index: 0 }), value({ id: "b" }, { index: 1 })]);
  });

  it("may be printed on one line with a line break at its end", async () => {
    expect(await read('{"value":[1]}\n')).toEqual([value(1, { index: 0 })]);
  });

  it("is told when it breaks off behind its value", async () => {
    expect(await read('{"value":[1],')).toEqual([value(1, { index: 0 }), problem(/in the middle/)]);
  });

  it("is told when what stands around its value is not JSON", async () => {
    expect(await read('{"value":[1], oops}')).toEqual([
      value(1, { index: 0 }),
      problem(/^around its values is not JSON/),
    ]);
  });
});

describe("lines", () => {
  it("gives each value its line, blank ones not counted as values", async () => {
    expect(await read('{"id":"a"}\r\n\n  \n{"id":"b"}')).toEqual([
      value({ id: "a" }, { line: 1 }),
      value({ id: "b" }, { line: 4 }),
    ]);
  });

  it("goes on after a broken line", async () => {
    expect(await read('{"id":"a"}\n{"id":\n{"id":"c"}\n')).toEqual([
      value({ id: "a" }, { line: 1 }),
      problem(/^is not JSON/, { line: 2 }),
      value({ id: "c" }, { line: 3 }),
    ]);
  });

  it("are recognised when the first of them is broken but closed", async () => {
    expect(await read('{id:1}\n{"id":"b"}\n')).toEqual([
      problem(/^is not JSON/, { line: 1 }),
      value({ id: "b" }, { line: 2 }),
    ]);
  });

  it("can be demanded, for a file whose first line is broken off", async () => {
    expect(await read('{"id":\n{"id":"b"}\n', { layout: "lines" })).toEqual([
      problem(/^is not JSON/, { line: 1 }),
      value({ id: "b" }, { line: 2 }),
    ]);
  });

  it("names a line that is no UTF-8 and goes on", async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":1}\n{"a":"'), Buffer.from([0xff]), Buffer.from('"}\n{"a":3}')]);
    expect(await read(bytes)).toEqual([
      value({ a: 1 }, { line: 1 }),
      problem("is not UTF-8", { line: 2 }),
      value({ a: 3 }, { line: 3 }),
    ]);
  });

  it("goes on after a line that is too large", async () => {
    const text = `{"a":1}\n{"a":"${"x".repeat(100)}"}\n{"a":3}`;
    expect(await read(text, { maxValueBytes: 50 })).toEqual([
      value({ a: 1 }, { line: 1 }),
      problem("is larger than 50 bytes", { line: 2 }),
      value({ a: 3 }, { line: 3 }),
    ]);
  });
});

describe("objects one after another over many lines", () => {
  it("have the lines they begin at", async () => {
    expect(await read('{\n"id": "a"\n}\n\n{\n"id": "b"\n}\n')).toEqual([
      value({ id: "a" }, { line: 1 }),
      value({ id: "b" }, { line: 5 }),
    ]);
  });
});

describe("what is no JSON text", () => {
  it.each([
    ["nothing", "", /holds no value/],
    ["blanks", " \n ", /holds no value/],
    ["a closing bracket", "]", /where a value should begin/],
    ["a comma after a value", "{\n},", /where a value should begin/],
    ["words", "hello", /is not JSON/],
  ])("is told: %s", async (_, text, reason) => {
    expect((await read(text)).at(-1)).toEqual(problem(reason, expect.anything()));
  });

  it.each([
    ["little", "utf16le", "\ufeff[1]"],
    ["little, without mark", "utf16le", "[1]"],
  ] as const)("is told: UTF-16 (%s endian)", async (_, encoding, text) => {
    expect(await read(Buffer.from(text, encoding))).toEqual([problem(/UTF-16/)]);
  });

  it("is told: an element that is too large, without stopping", async () => {
    expect(await read(`[1,"${"x".repeat(100)}",3]`, { maxValueBytes: 50 })).toEqual([
      value(1, { index: 0 }),
      problem("is larger than 50 bytes", { index: 1 }),
      value(3, { index: 2 }),
    ]);
  });
});

describe("any chunking", () => {
  const jsonValue = fc.jsonValue({ maxDepth: 3 });

  it("gives the elements of an array", async () => {
    const layout = fc.constantFrom(undefined, 1, "\t");
    await fc.assert(
      fc.asyncProperty(fc.array(jsonValue), layout, fc.integer({ min: 1, max: 40 }), async (items, indent, size) => {
        const entries = await read(JSON.stringify(items, null, indent), {}, size);
        const expected = JSON.parse(JSON.stringify(items)) as unknown[];
        expect(entries).toEqual(expected.map((item, index) => value(item, { index })));
      }),
    );
  });

  it("gives the elements of a collection", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(jsonValue), jsonValue, fc.integer({ min: 1, max: 40 }), async (items, other, size) => {
        const entries = await read(JSON.stringify({ before: other, value: items, after: other }), {}, size);
        const expected = JSON.parse(JSON.stringify(items)) as unknown[];
        expect(entries).toEqual(expected.map((item, index) => value(item, { index })));
      }),
    );
  });

  it("gives the objects of lines", async () => {
    const objects = fc.array(fc.dictionary(fc.string(), jsonValue), { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(objects, fc.integer({ min: 1, max: 40 }), async (items, size) => {
        const text = items.map((item) => `${JSON.stringify(item)}\n`).join("");
        const expected = items.map((item, index) => value(JSON.parse(JSON.stringify(item)), { line: index + 1 }));
        expect(await read(text, { layout: "lines" }, size)).toEqual(expected);
      }),
    );
  });

  it("ends, and throws nothing, whatever the bytes are", async () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.stringMatching(/^[[\]{},:"\\ \na1-]*$/).map((text) => new Uint8Array(Buffer.from(text))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (input, size) => {
        for (const entry of await read(input, {}, size)) {
          if (entry.kind === "problem") expect(entry.reason).not.toBe("");
        }
      }),
    );
  });

  it("is the same for every chunk size", async () => {
    const text = fc.stringMatching(/^[[\]{},:"\\ \na1-]*$/);
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        const whole = await read(input, {}, input.length + 1);
        for (const size of [1, 2, 3]) expect(await read(input, {}, size)).toEqual(whole);
      }),
    );
  });
});
