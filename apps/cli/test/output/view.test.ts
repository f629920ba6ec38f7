import { describe, expect, it } from "vitest";
import { createPaint } from "../../src/output/paint.js";
import { renderView } from "../../src/output/view.js";

const view = (value: unknown) => renderView(value, createPaint(false));

describe("renderView", () => {
  it("indents nested properties and numbers the elements of a collection", () => {
    const event = { id: "a", provisioningSteps: [{ name: "x", details: { n: "1" } }, { name: "y" }], tags: ["t"] };
    expect(view(event)).toBe(
      [
        "id  a",
        "provisioningSteps[0]",
        "  name  x",
        "  details",
        "    n  1",
        "provisioningSteps[1]",
        "  name  y",
        "tags[0]",
        "  t",
        "",
      ].join("\n"),
    );
  });

  it("keeps a reason of several lines readable and inside its place", () => {
    expect(view({ reason: "one\r\ntwo" })).toBe("reason  one\n    two\n");
  });

  it("shows false and 0, which say something", () => {
    expect(view({ a: false, b: 0, c: "", d: null, e: [], f: { g: {} } })).toBe("a  false\nb  0\n");
  });

  it("shows control characters in names and values", () => {
    expect(view({ "a\u001b": "b\u0007" })).toBe("a\\u001b  b\\u0007\n");
  });
});
