import { type RunningMockServer, type StartOptions, startMockServer } from "@org/mock-server";
import { type Call, call, isRecord, type Reply } from "./call.js";

/** The instant at which every scenario takes place, so that clocks can be compared. */
export const scenarioTime = "2026-03-02T08:14:05.000Z";

export const beta = "/beta/auditLogs/directoryProvisioning";
export const betaProvisioning = "/beta/auditLogs/provisioning";
export const v1 = "/v1.0/auditLogs/provisioning";
export const unversioned = "/auditLogs/directoryProvisioning";

export type Json = Record<string, unknown>;

/** A running mock and the few calls that most proofs need. */
export interface Scenario extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  /** A call with the mock's token; a header given as empty text removes it. */
  call(method: string, path: string, init?: Call): Promise<Reply>;
  /** A call without any Authorization header. */
  callAnonymously(method: string, path: string, init?: Call): Promise<Reply>;
  /** Stores a summary through POST and gives what was answered. */
  create(properties?: Json): Promise<Json & { id: string }>;
  /** The stored summary as the beta view gives it, without its context. */
  read(id: string): Promise<Json>;
  /** Empties the mock. */
  reset(): Promise<void>;
}

export async function openScenario(options: StartOptions = {}): Promise<Scenario> {
  const mock: RunningMockServer = await startMockServer({ port: 0, now: () => new Date(scenarioTime), ...options });
  const authorized = (method: string, path: string, init: Call = {}) =>
    call(mock.url, method, path, { ...init, headers: { authorization: `Bearer ${mock.token}`, ...init.headers } });
  return {
    url: mock.url,
    token: mock.token,
    call: authorized,
    callAnonymously: (method, path, init) => call(mock.url, method, path, init),
    async create(properties = {}) {
      const { status, json, text } = await authorized("POST", beta, {
        body: { activityDateTime: scenarioTime, ...properties },
      });
      const id = json["id"];
      if (status !== 201 || typeof id !== "string") throw new Error(`POST answered ${status}: ${text}`);
      return { ...json, id };
    },
    async read(id) {
      const { status, json, text } = await authorized("GET", `${beta}/${encodeURIComponent(id)}`);
      if (status !== 200) throw new Error(`GET answered ${status}: ${text}`);
      const { "@odata.context": _, ...summary } = json;
      return summary;
    },
    reset: async () => {
      await mock.reset();
    },
    [Symbol.asyncDispose]: () => mock[Symbol.asyncDispose](),
  };
}

/** The `error` member of a Graph error body; an empty object when there is none. */
export function errorOf({ json }: Reply): { code?: unknown; message?: unknown; innerError?: Json; details?: unknown } {
  return isRecord(json["error"]) ? json["error"] : {};
}

/** The advice the mock adds beside Graph's own words, joined. */
export function hintOf(reply: Reply): string {
  const { details } = errorOf(reply);
  const hints = Array.isArray(details) ? details.filter((detail) => detail?.code === "MockHint") : [];
  return hints.map((hint) => String(hint.message)).join("\n");
}

/** The members of a list answer. */
export function membersOf({ json }: Reply): Json[] {
  return Array.isArray(json["value"]) ? json["value"].filter(isRecord) : [];
}
