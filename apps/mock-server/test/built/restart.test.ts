import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { whole } from "../bodies.js";
import { pageExample, pageProperties } from "../page-example.js";
import { type Answer, ask, type Listening, makeFolder, run, start, stop, waitFor } from "./program.js";

const contract = "/beta/auditLogs/directoryProvisioning";

async function patch({ url }: Listening, body: string, path = contract) {
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  const response = await fetch(`${url}${path}`, { method: "PATCH", headers, body });
  return { status: response.status, body: (await response.json()) as Answer };
}

async function idsOf(server: Listening): Promise<string[]> {
  const { body } = await ask(server, `${contract}?$top=100`);
  return (body.value ?? []).map(({ id }) => id ?? "");
}

const contents = { "the page's example": pageExample, "a body of real values": JSON.stringify(whole) };
const cases = Object.entries(contents).flatMap(([name, body]) =>
  [contract, "/auditLogs/directoryProvisioning"].map((path) => ({ name, body, path })),
);

/** What a body has of the page's properties, in its order and without annotations. */
function pageOf(body: object): Record<string, unknown> {
  const text = JSON.stringify(body, (name, value) => (name.startsWith("@odata.") ? undefined : value));
  const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
  return Object.fromEntries(entries.filter(([name]) => pageProperties.includes(name)));
}

describe("the contract on a file", () => {
  it.each(cases)("PATCH $path answers $name with the 17 properties, and GET the same after a restart", async (one) => {
    const file = join(await makeFolder(), "events.db");
    const options = ["--data", file, "--count", "0"];
    const first = await start(options);
    const { status, body } = await patch(first, one.body, one.path);
    expect(status).toBe(200);
    expect(pageProperties).toHaveLength(17);
    const answered = pageOf(body);
    expect(Object.keys(answered)).toEqual(pageProperties);
    const sent = pageOf(JSON.parse(one.body));
    const given = Object.entries(sent).filter(([, value]) => value !== "String (timestamp)" && value !== "Integer");
    expect(given.length).toBe(one.body === pageExample ? 14 : 16);
    expect(answered).toMatchObject(Object.fromEntries(given));
    const before = await ask(first, `${one.path}/${body.id}`);
    expect(await stop(first)).toBe(0);

    const second = await start(options);
    const after = await ask(second, `${one.path}/${body.id}`);
    expect([before.status, after.status]).toEqual([200, 200]);
    expect(pageOf(after.body)).toEqual(pageOf(before.body));
    expect(pageOf(after.body)).toEqual(answered);
  });
});

describe("a file", () => {
  it("is filled when it is empty, keeps what was written, and is left alone afterwards", async () => {
    const file = join(await makeFolder(), "events.db");
    const first = await start(["--data", file, "--count", "20"]);
    expect(first.output.stderr).toContain(`20 events in ${file}; filled just now: steady, seed 1`);
    const written = await patch(first, pageExample);
    expect(written.status).toBe(200);
    const before = await ask(first, `${contract}/${written.body.id}`);
    expect(await stop(first)).toBe(0);

    const second = await start(["--data", file, "--count", "20"]);
    expect(second.output.stderr).toContain(`21 events in ${file}; found there and left alone`);
    const after = await ask(second, `${contract}/${written.body.id}`);
    const withoutContext = ({ body }: { body: Answer }) => ({ ...body, "@odata.context": undefined });
    expect(after.status).toBe(200);
    expect(withoutContext(after)).toEqual(withoutContext(before));
  });

  it("goes back to the scenario on a reset, also after a restart", async () => {
    const file = join(await makeFolder(), "events.db");
    const first = await start(["--data", file, "--count", "20"]);
    await patch(first, pageExample);
    await stop(first);
    const second = await start(["--data", file, "--count", "20"]);
    const headers = { "content-type": "application/json" };
    await fetch(`${second.url}/_mock/reset`, { method: "POST", headers, body: "{}" });
    expect(await idsOf(second)).toHaveLength(20);
  });
});

describe("a signal", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("%s during PATCHes loses nothing that was answered", async (signal) => {
    const file = join(await makeFolder(), "events.db");
    const first = await start(["--data", file, "--count", "8", "--log", "json"]);
    const ids = await idsOf(first);
    const sent = new Map<string, number>();
    const answered = new Map<string, number>();
    let total = 0;
    const writers = ids.map(async (id) => {
      for (let turn = 1; ; turn += 1) {
        sent.set(id, turn);
        try {
          const { status, body } = await patch(first, JSON.stringify({ id, changeId: String(turn) }));
          if (status !== 200 || body.changeId !== String(turn)) throw new Error(`answered ${status}`);
        } catch (error) {
          // The end of the server is a connection that is refused or cut, never another answer.
          if (error instanceof TypeError) return;
          throw error;
        }
        answered.set(id, turn);
        total += 1;
        if (total === 100) first.process.kill(signal);
      }
    });
    expect(await first.ended).toBe(0);
    await Promise.all(writers);
    expect(total).toBeGreaterThanOrEqual(100);

    const second = await start(["--data", file]);
    for (const id of ids) {
      const { body } = await ask(second, `${contract}/${id}`);
      expect([answered.get(id), sent.get(id)]).toContain(Number(body.changeId));
    }
  });

  it("ends a server that people keep connections to", async () => {
    const server = await start(["--count", "1"]);
    await ask(server, contract);
    const { hostname, port } = new URL(server.url);
    const waiting = connect(Number(port), hostname);
    waiting.on("error", () => undefined);
    await once(waiting, "connect");
    expect(await stop(server)).toBe(0);
    expect(server.output.stderr).toContain("SIGTERM: stopping");
    waiting.destroy();
  });

  it("that comes twice stops at once, whatever is under way", async () => {
    const server = await start(["--count", "1"]);
    const { hostname, port } = new URL(server.url);
    const slow = connect(Number(port), hostname);
    slow.on("error", () => undefined);
    slow.write(`PATCH ${contract} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`);
    slow.write("Authorization: Bearer any\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n");
    // Told to go on, so the head has arrived and the request is under way.
    await once(slow, "data");
    server.process.kill("SIGTERM");
    await waitFor(server, "SIGTERM: stopping");
    expect(await stop(server)).toBe(143);
    slow.destroy();
  });

  it("during a filling ends it, and says what the file holds", async () => {
    const file = join(await makeFolder(), "events.db");
    const program = run(["--port", "0", "--data", file, "--count", "1000000"]);
    await waitFor(program, "Filling: ");
    expect(await stop(program, "SIGINT")).toBe(0);
    expect(program.output.stderr).toContain(`Stopped while filling. ${file} holds a part of the events`);
  });
});
