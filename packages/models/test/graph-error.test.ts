import { describe, expect, it } from "vitest";
import { graphErrorBodySchema } from "../src/index.js";

const ids = { "request-id": "cccccccc-0000-4000-8000-000000000001", "client-request-id": "mine" };

describe("graphErrorBodySchema", () => {
  it("reads what the gateway writes", () => {
    const body = {
      error: {
        code: "BadRequest",
        message: "Invalid filter clause",
        target: null,
        details: [{ code: "MockHint", message: "Quote the id.", target: "filter" }],
        innerError: { date: "2026-03-02T08:14:05", ...ids },
      },
    };
    expect(graphErrorBodySchema.parse(body)).toEqual(body);
  });

  it("reads the documentation's innererror as innerError, at any depth", () => {
    const inner = { code: "deeper", innererror: { code: "deepest", ...ids } };
    expect(graphErrorBodySchema.parse({ error: { code: "a", message: "b", innererror: inner } })).toEqual({
      error: { code: "a", message: "b", innerError: { code: "deeper", innerError: { code: "deepest", ...ids } } },
    });
  });

  it("takes an empty code and an empty message", () => {
    expect(graphErrorBodySchema.parse({ error: { code: "", message: "" } })).toEqual({
      error: { code: "", message: "" },
    });
  });

  it("keeps what a workload adds", () => {
    const body = { error: { code: "a", message: "b", innerError: { "@odata.type": "#x", stack: "..." }, more: 1 } };
    expect(graphErrorBodySchema.parse(body)).toEqual(body);
  });

  it.each([null, "Service unavailable", [], {}, { error: "x" }, { error: { message: "no code" } }])(
    "refuses what is no error body: %j",
    (body) => {
      expect(graphErrorBodySchema.safeParse(body).success).toBe(false);
    },
  );

  it("survives an error nested without end", () => {
    let innererror: object = {};
    for (let depth = 0; depth < 50_000; depth += 1) innererror = { innererror };
    expect(graphErrorBodySchema.safeParse({ error: { code: "a", message: "b", innererror } }).success).toBe(true);
  });
});
