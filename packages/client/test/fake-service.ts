import { createProvisioningClient } from "../src/core.js";
import type { ConnectionOptions, FetchLike } from "../src/options.js";
import type { StandardSchema } from "../src/standard-schema.js";

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly redirect: string | undefined;
}

export interface FakeService {
  readonly requests: SeenRequest[];
  readonly waits: number[];
  readonly fetch: FetchLike;
  readonly options: ConnectionOptions;
}

type Answer = Response | Error | ((request: SeenRequest) => Response | Promise<Response>);

export const token = "secret-token-0123456789";

/** A `fetch` that gives these answers in turn and remembers what it was asked; waits end at once and are remembered. */
export function fakeService(...answers: Answer[]): FakeService {
  const requests: SeenRequest[] = [];
  const waits: number[] = [];
  const fetch: FetchLike = async (url, init) => {
    const request: SeenRequest = {
      method: init.method ?? "GET",
      url,
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? init.body : undefined,
      redirect: init.redirect,
    };
    requests.push(request);
    const answer = answers.shift();
    if (answer === undefined) throw new Error("asked more often than the test has answers");
    if (answer instanceof Error) throw answer;
    return typeof answer === "function" ? answer(request) : answer;
  };
  let id = 0;
  const options: ConnectionOptions = {
    baseUrl: "https://graph.example",
    accessToken: token,
    fetch,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
    now: () => Date.parse("2026-03-02T08:00:00Z"),
    random: () => 0.5,
    newRequestId: () => `request-${++id}`,
  };
  return { requests, waits, fetch, options };
}

export interface TestSummary {
  readonly id: string;
}

/** A schema of nobody's library: an object with a text `id`. */
export const schema: StandardSchema<TestSummary> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate: (value) => {
      const id = typeof value === "object" && value !== null ? Reflect.get(value, "id") : undefined;
      if (typeof id === "string") return { value: value as TestSummary };
      return { issues: [{ message: "expected a string", path: [{ key: "id" }] }] };
    },
  },
};

export function createTestClient(service: FakeService, options: Partial<ConnectionOptions> = {}) {
  return createProvisioningClient({ schema, ...service.options, ...options });
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}

export function graphFailure(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const innerError = { date: "2026-03-02T08:00:00", "request-id": "inner-id", "client-request-id": "request-1" };
  return json({ error: { code, message, innerError } }, status, headers);
}

/** What the promise rejects with; a test that expects a failure fails when there is none. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("expected a rejection");
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
