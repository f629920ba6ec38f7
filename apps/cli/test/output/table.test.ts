import { describe, expect, it } from "vitest";
import { createPaint } from "../../src/output/paint.js";
import { renderTable } from "../../src/output/table.js";

const plain = createPaint(false);
const event = (displayName: string, rest = {}) => ({
  id: "00000000-0000-4000-8000-000000000001",
  activityDateTime: "2026-03-02T08:14:05Z",
  provisioningAction: "create",
  sourceIdentity: { displayName },
  ...rest,
});
/** Cells a text takes on a terminal, for the letters used here. */
const cells = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(letter) ? 2 : 1), 0);

describe("renderTable", () => {
  it("lines up wide letters with narrow ones", () => {
    const lines = renderTable([event("Ana"), event("王小明")], { columns: undefined, paint: plain }, false).split("\n");
    const [first, second] = lines.map((line) => cells(line.slice(0, line.indexOf("00000000"))));
    expect(first).toBe(second);
  });

  it("cuts long names, wide ones at the same width, and never the id", () => {
    const lines = renderTable([event("A".repeat(200)), event("王".repeat(200))], { columns: 110, paint: plain }, false)
      .trimEnd()
      .split("\n");
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toContain("…");
      expect(line).toMatch(/00000000-0000-4000-8000-000000000001$/);
      expect(cells(line)).toBeLessThanOrEqual(130);
    }
  });

  it("has the same widths whatever the page holds, so that pages line up", () => {
    const options = { columns: undefined, paint: plain };
    const at = (text: string) => text.indexOf("00000000");
    expect(at(renderTable([event("Ana")], options, false))).toBe(
      at(renderTable([event("Anastasia Maria")], options, false)),
    );
  });

  it("shows control characters in names and keeps the row on one line", () => {
    const text = renderTable([event("a\u001b[31m\nb")], { columns: undefined, paint: plain }, false);
    expect(text).toContain("a\\u001b[31m\\u000ab");
    expect(text.trimEnd().split("\n")).toHaveLength(1);
  });

  it("colours the status, and only when asked", () => {
    const events = [event("Ana", { provisioningStatusInfo: { status: "failure" } })];
    expect(renderTable(events, { columns: undefined, paint: createPaint(true) }, false)).toContain(
      "\u001b[31mfailure\u001b[39m",
    );
    expect(renderTable(events, { columns: undefined, paint: plain }, true)).not.toContain("\u001b");
  });

  it("survives an event of which nothing is as expected", () => {
    const odd = { id: 5, activityDateTime: null, sourceIdentity: "x", servicePrincipal: [{}] };
    expect(() => renderTable([odd, null, 5], { columns: 20, paint: plain }, true)).not.toThrow();
  });

  it("gives nothing for nothing", () => {
    expect(renderTable([], { columns: 80, paint: plain }, false)).toBe("");
  });
});
