import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServer } from "../src/index.js";
import { bodies, whole } from "./bodies.js";
import { call, contractPath, createTestServer, unversionedPath } from "./call.js";
import { rows } from "./read-rows.js";
import { type AddressName, addressNames, type IdName, type RowCase } from "./row-rules.js";

const ids = { stored: "00000000-0000-4000-8000-0000000stored", unknown: "00000000-0000-4000-8000-000000unknown" };
const idValues: Record<IdName, object> = {
  absent: {},
  stored: { id: ids.stored },
  unknown: { id: ids.unknown },
  null: { id: null },
  empty: { id: "" },
  number: { id: 5 },
};
const paths: Record<AddressName, string> = {
  "/beta": contractPath,
  unversioned: unversionedPath,
  "/beta/{stored}": `${contractPath}/${ids.stored}`,
  "/beta/{unknown}": `${contractPath}/${ids.unknown}`,
  "/v1.0/{stored}": `/v1.0/auditLogs/provisioning/${ids.stored}`,
  "/v1.0/{unknown}": `/v1.0/auditLogs/provisioning/${ids.unknown}`,
};
const prefers = {
  none: {},
  minimal: { prefer: "return=minimal" },
  "create-if-missing": { prefer: "create-if-missing" },
  both: { prefer: "create-if-missing, return=minimal" },
};

/** Everything stored, with the etag of the event that was there before. */
interface State {
  readonly etag: string;
  readonly events: ReadonlyMap<string, string>;
}

async function readState(server: MockServer): Promise<State> {
  const list = await call(server, "GET", contractPath);
  const stored = await call(server, "GET", `${contractPath}/${ids.stored}`);
  const { value } = list.json<{ value: { id: string }[] }>();
  return {
    etag: String(stored.headers["etag"]),
    events: new Map(value.map((event) => [event.id, JSON.stringify(event)])),
  };
}

/** One event whose etag has changed once, so that there is a stale one. */
async function prepare(server: MockServer): Promise<State & { readonly stale: string }> {
  await server.reset();
  const first = await call(server, "POST", contractPath, { body: { ...whole, id: ids.stored, jobId: "before" } });
  await call(server, "PATCH", `${contractPath}/${ids.stored}`, {
    body: { changeId: "before", durationInMilliseconds: 5 },
  });
  return { ...(await readState(server)), stale: String(first.headers["etag"]) };
}

/** What a case does to the events; an update that says nothing writes nothing. */
function changeOf([, , body, , , , , effect]: RowCase): RowCase[7] {
  return effect === "update" && body === "{}" ? "none" : effect;
}

function effectOf(before: State, after: State): RowCase[7] {
  const added = [...after.events.keys()].filter((id) => !before.events.has(id));
  if (added.length > 0) return added.includes(ids.unknown) ? "upsert" : "create";
  return before.events.get(ids.stored) === after.events.get(ids.stored) ? "none" : "update";
}

/** What the event that was written must hold: what was sent where it was sent, and what was there before elsewhere. */
function contentOf([, , body, , , , , effect]: RowCase): Record<string, unknown> {
  const before = effect === "update" ? { jobId: "before", changeId: "before", durationInMilliseconds: 5 } : {};
  const sent = Object.entries(bodies[body]).filter(([name]) => ["jobId", "changeId", "action"].includes(name));
  const duration = body === "whole" || body === "twins" ? { durationInMilliseconds: 828 } : {};
  // A placeholder keeps the duration on update and leaves it null on create.
  const none = effect !== "update" && body === "placeholders" ? { durationInMilliseconds: null } : {};
  return { ...before, ...Object.fromEntries(sent), ...duration, ...none };
}

function checkContent(row: RowCase, state: State, before: State, reply: LightMyRequestResponse): string[] {
  if (row[7] === "none") return [];
  const written = [...state.events].find(([id]) => (row[7] === "update" ? id === ids.stored : !before.events.has(id)));
  const { action: _, ...ofBothViews } = contentOf(row);
  const wrong = Object.entries(contentOf(row)).filter(
    ([name, value]) => JSON.parse(written?.[1] ?? "{}")[name] !== value,
  );
  if (row[6] === 204) return wrong.map(([name]) => `stored ${name}`);
  const answer = reply.json<Record<string, unknown>>();
  const unlike = Object.entries(ofBothViews).filter(([name, value]) => answer[name] !== value);
  return [...wrong.map(([name]) => `stored ${name}`), ...unlike.map(([name]) => `answered ${name}`)];
}

/** What an answer must have besides its status. */
function checkAnswer(
  [address, , body, prefer, , row, status, effect]: RowCase,
  reply: LightMyRequestResponse,
): string[] {
  const wrong: string[] = [];
  const must = (holds: boolean, what: string) => holds || wrong.push(what);
  const { headers } = reply;
  if (effect === "none") {
    const { error } = reply.json<{ error: { code: string; message: string; innerError: object } }>();
    must(typeof error.code === "string" && typeof error.message === "string", "envelope");
    must(Object.keys(error.innerError).join() === "date,request-id,client-request-id", "innerError");
    must(headers["content-type"] === "application/json" && headers["odata-version"] === undefined, "error headers");
    return wrong;
  }
  const applied = [...(effect === "upsert" ? ["create-if-missing"] : []), ...(row === 7 ? ["return=minimal"] : [])];
  must((headers["preference-applied"] ?? "") === applied.join(", "), "Preference-Applied");
  must(/^"[^"]+"$/.test(String(headers["etag"])), "ETag");
  must((headers["location"] !== undefined) === (effect !== "update" && status !== 200), "Location");
  must((headers["odata-entityid"] !== undefined) === (effect !== "update" && status === 204), "OData-EntityId");
  must((headers["content-location"] !== undefined) === (effect === "create" && status === 200), "Content-Location");
  must((headers["x-mock-note"] !== undefined) === (body === "placeholders"), "x-mock-note");
  must((reply.body === "") === (status === 204), "body");
  if (status !== 204) must("action" in reply.json<object>() === !address.startsWith("/v1.0"), "view");
  if (prefer === "none") must(headers["preference-applied"] === undefined, "nothing preferred");
  return wrong;
}

/** The other entity set of beta answers as the contract's does. */
const places = [
  ...addressNames.map((address) => [address, paths[address]] as const),
  ["/beta/{stored}", `/beta/auditLogs/provisioning/${ids.stored}`] as const,
  ["/beta/{unknown}", `/beta/auditLogs/provisioning/${ids.unknown}`] as const,
];

describe.each(places)("rows.json over HTTP, %s at %s", (address, path) => {
  let server: MockServer;
  beforeAll(async () => {
    server = await createTestServer();
  });
  afterAll(() => server.close());

  it("answers and stores as the file says, case by case", { timeout: 240_000 }, async () => {
    const failures: unknown[] = [];
    let before: (State & { readonly stale: string }) | undefined;
    for (const row of rows.filter(([name]) => name === address)) {
      before ??= await prepare(server);
      const [, id, body, prefer, ifMatch, , status, effect] = row;
      const etags = { none: undefined, good: before.etag, stale: before.stale, "*": "*" };
      const condition = etags[ifMatch];
      const reply = await call(server, "PATCH", path, {
        body: { ...bodies[body], ...idValues[id] },
        headers: { ...prefers[prefer], ...(condition === undefined ? {} : { "if-match": condition }) },
      });
      const after = await readState(server);
      const seen = effectOf(before, after);
      const wrong = [...checkAnswer(row, reply), ...checkContent(row, after, before, reply)];
      const isUntouched = seen !== "none" || JSON.stringify([...after.events]) === JSON.stringify([...before.events]);
      const isFresh = before.etag !== after.etag;
      if (isFresh !== (seen === "update")) wrong.push("etag");
      if (effect === "update" && reply.headers["etag"] !== after.etag) wrong.push("answered etag");
      if (reply.statusCode !== status || seen !== changeOf(row) || wrong.length > 0 || !isUntouched) {
        failures.push({ row, status: reply.statusCode, seen, wrong, body: reply.body.slice(0, 300) });
      }
      if (seen !== "none") before = undefined;
    }
    expect(failures.slice(0, 5)).toEqual([]);
  });
});
