import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as api from "../src/index.js";
import { createMockServer, startMockServer } from "../src/index.js";
import { whole } from "./bodies.js";
import { contractPath, fixedOptions } from "./call.js";

const filled = () => fixedOptions();
const scenario = { scenario: "steady", count: 30, seed: 7 } as const;

async function readList(server: { url: string; token: string }): Promise<string> {
  const reply = await fetch(`${server.url}${contractPath}`, { headers: { authorization: `Bearer ${server.token}` } });
  expect(reply.status).toBe(200);
  // Every server has a port of its own, which is in its links.
  return (await reply.text()).replaceAll(server.url, "");
}

const write = (server: { url: string; token: string }) =>
  fetch(`${server.url}${contractPath}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${server.token}`, "content-type": "application/json" },
    body: JSON.stringify(whole),
  });

describe("startMockServer", () => {
  it("fills the tenant of the token it gives out", async () => {
    await using server = await startMockServer({ ...filled(), ...scenario });
    const { value } = JSON.parse(await readList(server)) as { value: { tenantId: string }[] };
    expect(value).toHaveLength(30);
    const claims = JSON.parse(Buffer.from(server.token.split(".")[1] ?? "", "base64url").toString()) as { tid: string };
    expect(new Set(value.map(({ tenantId }) => tenantId))).toEqual(new Set([claims.tid]));
  });

  it("says the same for the same seed and clock, byte for byte, token included", async () => {
    await using first = await startMockServer({ ...filled(), ...scenario });
    await using second = await startMockServer({ ...filled(), ...scenario });
    expect(await readList(first)).toBe(await readList(second));
    expect(first.token).toBe(second.token);
  });

  it("goes back to the filled state on reset, also when the clock has moved on", async () => {
    let time = Date.parse("2026-03-02T08:14:05Z");
    await using server = await startMockServer({ ...filled(), ...scenario, now: () => new Date(time) });
    const before = await readList(server);
    expect((await write(server)).status).toBe(200);
    expect(await readList(server)).not.toBe(before);
    time += 86_400_000;
    await server.reset();
    expect(await readList(server)).toBe(before);
  });

  it("starts empty without a scenario and is empty again after a reset", async () => {
    await using server = await startMockServer(filled());
    await write(server);
    expect(JSON.parse(await readList(server))).toHaveProperty("value.length", 1);
    await server.reset();
    expect(JSON.parse(await readList(server))).toHaveProperty("value", []);
  });

  it("leaves a store alone that holds events, and fills it on reset", async () => {
    const folder = await mkdtemp(join(tmpdir(), "start-mock-server-"));
    const data = join(folder, "events.db");
    const first = await startMockServer({ ...filled(), data });
    await write(first);
    await first.close();
    await using server = await startMockServer({ ...filled(), ...scenario, data });
    expect(JSON.parse(await readList(server))).toHaveProperty("value.length", 1);
    await server.reset();
    expect(JSON.parse(await readList(server))).toHaveProperty("value.length", 30);
    await server.close();
    await rm(folder, { recursive: true });
  });

  it("releases its port when it is closed, and twice does no harm", async () => {
    const server = await startMockServer(filled());
    await server.close();
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow("fetch failed");
  });

  it("releases its store when the server cannot be built", async () => {
    const folder = await mkdtemp(join(tmpdir(), "start-mock-server-"));
    const data = join(folder, "events.db");
    const https = { key: "no key", cert: "no certificate" };
    await expect(createMockServer({ ...filled(), data, https })).rejects.toThrow();
    await using server = await startMockServer({ ...filled(), data });
    expect((await write(server)).status).toBe(200);
    await server.close();
    await rm(folder, { recursive: true });
  });

  it("names the scenarios there are when asked for another, and leaves nothing open", async () => {
    await expect(startMockServer({ ...filled(), scenario: "nope" })).rejects.toThrow(/nope.*steady/);
  });
});

it("publishes exactly these names", () => {
  expect(Object.keys(api).sort()).toEqual(["createMockServer", "startMockServer"]);
});
