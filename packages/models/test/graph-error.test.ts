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

  const thrower = (name: string) =>
    Object.defineProperty({ code: "a", message: "b" }, name, {
      enumerable: true,
      get: () => {
        throw new Error("foreign");
      },
    });
  const hostile = (target: object) =>
    new Proxy(target, {
      getPrototypeOf: () => {
        throw new Error("foreign");
      },
    });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();

  it.each<[string, () => unknown]>([
    ["a promise", () => Promise.resolve({ error: { code: "a", message: "b" } })],
    ["a promise as error", () => ({ error: Promise.resolve() })],
    ["a getter that throws", () => thrower("error")],
    ["a getter that throws in the error", () => ({ error: thrower("code") })],
    ["a getter that throws in details", () => ({ error: { code: "a", message: "b", details: [thrower("target")] } })],
    ["a getter that throws in innerError", () => ({ error: { code: "a", message: "b", innerError: thrower("date") } })],
    ["a revoked proxy", () => proxy],
    ["a revoked proxy as error", () => ({ error: proxy })],
    ["a hostile proxy of an array", () => hostile([])],
    ["a hostile proxy as code", () => ({ error: { code: hostile({}), message: "b" } })],
  ])("refuses with an issue and no exception %s", (_, make) => {
    expect(graphErrorBodySchema.safeParse(make())).toMatchObject({ success: false });
  });

  it("says where an error body is wrong", () => {
    const result = graphErrorBodySchema.safeParse({ error: { code: "a", message: 5 } });
    expect(result.error?.issues).toMatchObject([{ path: ["error", "message"], message: expect.stringMatching(/\S/) }]);
  });

  it("survives an error nested without end", () => {
    let innererror: object = {};
    for (let depth = 0; depth < 50_000; depth += 1) innererror = { innererror };
    expect(graphErrorBodySchema.safeParse({ error: { code: "a", message: "b", innererror } }).success).toBe(true);
  });
});
