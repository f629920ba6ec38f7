import { expect, it } from "vitest";
import { bindOrderby, compareEntities, parseOrderby } from "../src/index.js";
import { description } from "./event-description.js";

const order = (text: string, ...entities: object[]) =>
  [...entities].sort(compareEntities(bindOrderby(parseOrderby(text), description)));

it("orders by time, number and text, nulls lowest", () => {
  const [late, early, none] = [{ at: "2026-01-02T00:00:00+02:00" }, { at: "2026-01-01T21:59:59.9Z" }, {}];
  expect(order("at", late, none, early)).toEqual([none, early, late]);
  expect(order("at desc", none, early, late)).toEqual([late, early, none]);
  expect(order("size", { size: 10 }, { size: 9 })).toEqual([{ size: 9 }, { size: 10 }]);
  expect(order("name", { name: "\u{1F600}" }, { name: "\uFFFD" })).toEqual([{ name: "\uFFFD" }, { name: "\u{1F600}" }]);
});

it("orders an unpaired surrogate by its code point too", () => {
  const names = ["\uD7FF", "\uD800", "\uDFFF", "\uE000", "\u{10000}", "\u{10000}a", "\u{103FF}", "\u{10400}"];
  const entities = names.map((name) => ({ name }));
  expect(order("name", ...entities.toReversed())).toEqual(entities);
});

it("asks the next item among equals, and keeps their order at last", () => {
  const [a, b, c] = [
    { done: true, size: 1, id: "a" },
    { done: true, size: 2, id: "b" },
    { done: false, size: 3, id: "c" },
  ];
  expect(order("done,size desc", a, b, c)).toEqual([c, b, a]);
  expect(order("done desc", b, a, c)).toEqual([b, a, c]);
});
