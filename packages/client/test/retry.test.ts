import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GraphError, ThrottledError } from "../src/core.js";
import { parseRetryAfter, secondsToWait } from "../src/retry.js";
import { collect, createTestClient, failureOf, fakeService, graphFailure, json } from "./fake-service.js";

const ok = () => json({ id: "a" });
const busy = (headers: Record<string, string> = {}, status = 429) => new Response(null, { status, headers });

describe("a read", () => {
  it.each([429, 503, 504])("is repeated after %i when the service's seconds have passed", async (status) => {
    const service = fakeService(busy({ "retry-after": "7" }, status), ok());
    expect(await createTestClient(service).get("a")).toEqual({ id: "a" });
    expect(service.waits).toEqual([7500]);
  });

  it("waits until an HTTP-date, counted from the service's own clock", async () => {
    const dates = { date: "Mon, 02 Mar 2026 10:00:00 GMT", "retry-after": "Mon, 02 Mar 2026 10:00:20 GMT" };
    const service = fakeService(busy(dates), ok());
    await createTestClient(service).get("a");
    expect(service.waits).toEqual([20_500]);
  });

  it("backs off by itself when the service names no time", async () => {
    const service = fakeService(busy(), busy(), busy(), ok());
    await createTestClient(service).get("a");
    expect(service.waits).toEqual([1500, 3000, 6000]);
  });

  it("gives up after maxRetries with the last answer", async () => {
    const service = fakeService(busy(), busy(), busy({ "retry-after": "1" }));
    const error = await failureOf(createTestClient(service, { maxRetries: 2 }).get("a"));
    expect(ThrottledError.isInstance(error) && error.retryAfter).toBe(1);
    expect(service.requests).toHaveLength(3);
  });

  it("throws at once when the service asks for more than the budget, instead of coming back early", async () => {
    const service = fakeService(busy({ "retry-after": "3600" }));
    const error = await failureOf(createTestClient(service).get("a"));
    expect(ThrottledError.isInstance(error) && error.retryAfter).toBe(3600);
    expect(service.waits).toEqual([]);
  });

  it("counts every wait of one read against the budget", async () => {
    const service = fakeService(busy({ "retry-after": "20" }), busy({ "retry-after": "20" }), ok());
    await failureOf(createTestClient(service, { maxRetryWait: 40 }).get("a"));
    expect(service.waits).toEqual([20_500]);
  });

  it("has a budget of its own for each page", async () => {
    const base = "https://graph.example/beta/auditLogs/directoryProvisioning";
    const first = json({ value: [], "@odata.nextLink": `${base}?$skiptoken=1` });
    const service = fakeService(
      busy({ "retry-after": "20" }),
      first,
      busy({ "retry-after": "20" }),
      json({ value: [] }),
    );
    await collect(createTestClient(service, { maxRetryWait: 30 }).pages());
    expect(service.waits).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 500, 502])("is not repeated after %i", async (status) => {
    const service = fakeService(graphFailure(status, "x", "y", { "retry-after": "1" }));
    const error = await failureOf(createTestClient(service).get("a"));
    expect(GraphError.isInstance(error) && error.status).toBe(status);
  });

  it("is repeated when a 200 broke off", async () => {
    const service = fakeService(new Response('{"id":"a"'), ok());
    expect(await createTestClient(service).get("a")).toEqual({ id: "a" });
  });

  it("is repeated when the connection was reset, not when it was refused", async () => {
    const failure = (code: string) => Object.assign(new Error("x"), { code });
    const reset = fakeService(failure("ECONNRESET"), ok());
    expect(await createTestClient(reset).get("a")).toEqual({ id: "a" });
    const refused = fakeService(failure("ECONNREFUSED"));
    await failureOf(createTestClient(refused).get("a"));
    expect(refused.requests).toHaveLength(1);
  });

  it("is not repeated when the answer is whole and of the wrong shape", async () => {
    const service = fakeService(json({ id: 5 }));
    await failureOf(createTestClient(service).get("a"));
    expect(service.requests).toHaveLength(1);
  });

  it("asks for a token before each attempt, and keeps its client-request-id", async () => {
    let calls = 0;
    const service = fakeService(busy(), ok());
    await createTestClient(service, { accessToken: async () => `token-${++calls}` }).get("a");
    expect(service.requests.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Bearer token-1",
      "Bearer token-2",
    ]);
    expect(service.requests.map(({ headers }) => headers.get("client-request-id"))).toEqual(["request-1", "request-1"]);
  });

  it("ends with the signal's reason, also in the middle of a wait", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    const service = fakeService(busy());
    const sleep = async (_: number, signal?: AbortSignal) => {
      controller.abort(reason);
      signal?.throwIfAborted();
    };
    expect(await failureOf(createTestClient(service, { sleep }).get("a", { signal: controller.signal }))).toBe(reason);
  });

  it("sends nothing once the signal has aborted", async () => {
    const service = fakeService();
    const reason = new Error("enough");
    expect(await failureOf(createTestClient(service).get("a", { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });

  it("gives the signal's reason when the abort comes while fetch is at work", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    const service = fakeService(() => {
      controller.abort(reason);
      throw new DOMException("aborted", "AbortError");
    });
    expect(await failureOf(createTestClient(service).get("a", { signal: controller.signal }))).toBe(reason);
  });
});

describe("the default sleep", () => {
  const busyService = () => {
    const service = fakeService(busy({ "retry-after": "0" }), ok());
    return { ...service, options: { ...service.options, sleep: undefined, random: () => 0 } };
  };

  it("comes back by itself", async () => {
    expect(await createTestClient(busyService()).get("a")).toEqual({ id: "a" });
  });

  it("ends with the signal", async () => {
    const controller = new AbortController();
    const service = fakeService(busy({ "retry-after": "100" }));
    const promise = createTestClient(service, { sleep: undefined }).get("a", { signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 5);
    expect(await failureOf(promise)).toBe("enough");
  });
});

describe("parseRetryAfter", () => {
  const now = () => Date.parse("2026-03-02T08:00:00Z");
  const parse = (value: string) => parseRetryAfter(new Headers({ "retry-after": value }), now);

  it.each([
    ["0", 0],
    ["120", 120],
    ["1.5", 1.5],
    [" 5 ", 5],
    ["Mon, 02 Mar 2026 08:00:30 GMT", 30],
    ["Mon, 02 Mar 2026 07:00:00 GMT", 0],
    ["", undefined],
    ["-5", undefined],
    ["soon", undefined],
    ["NaN", undefined],
    ["2026", 2026],
  ])("reads %j as %s", (value, seconds) => {
    expect(parse(value)).toBe(seconds);
  });

  it("never gives a number one cannot wait for", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]*$/), (value) => {
        const seconds = parse(value);
        expect(seconds === undefined || seconds >= 0).toBe(true);
      }),
    );
  });
});

describe("secondsToWait", () => {
  it("never comes back before the service said, and at most a second later", () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.nat(10_000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, named, random) => {
          const seconds = secondsToWait(attempt, named, () => random);
          expect(seconds).toBeGreaterThanOrEqual(named);
          expect(seconds).toBeLessThan(named + 1);
        },
      ),
    );
  });

  it("waits between 1 and 60 seconds of its own accord", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
        const seconds = secondsToWait(attempt, undefined, () => random);
        expect(seconds).toBeGreaterThanOrEqual(1);
        expect(seconds).toBeLessThanOrEqual(60);
      }),
    );
  });
});
