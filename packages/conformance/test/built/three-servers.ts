import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const program = join(dirname(createRequire(import.meta.url).resolve("@org/mock-server/package.json")), "dist/bin.js");
const path = "/beta/auditLogs/directoryProvisioning";

/** One of several mock servers on one database. */
export interface MockProcess {
  readonly url: string;
  kill(): Promise<void>;
}

/** What was acknowledged last of each event, by id. */
export type Acknowledged = Map<string, string>;

interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Starts the built program, as a user does, with the address of the database where no process list shows it. */
export async function startMockProcess(databaseUrl: string): Promise<MockProcess> {
  const child = spawn(process.execPath, [program, "--port", "0", "--count", "40"], {
    env: { PATH: process.env["PATH"], PROVLOG_DATA: databaseUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const line = await firstLine(child, '"msg":"listening"');
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, "close");
      child.kill("SIGKILL");
      await closed;
    },
  };
}

/** Creates events and changes them, one after the other, until the server is gone or `isOver`; notes what it acknowledged. */
export async function writeUntil(
  { url }: MockProcess,
  name: string,
  acknowledged: Acknowledged,
  isOver: () => boolean,
): Promise<void> {
  for (let index = 0; !isOver(); index += 1) {
    const id = `${name}-${index}`;
    try {
      const event = { id, activityDateTime: "2026-03-02T08:14:05Z", changeId: "created" };
      expectStatus(await send(url, "POST", path, event), 201);
      acknowledged.set(id, "created");
      expectStatus(await send(url, "PATCH", path, { id, changeId: "changed" }), 200);
      acknowledged.set(id, "changed");
    } catch (error) {
      // What fetch throws when the connection broke; anything that was answered is looked at.
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

/** Acknowledged events that a server does not show, or shows as they were before. */
export async function findLost({ url }: MockProcess, acknowledged: Acknowledged): Promise<string[]> {
  const lost: string[] = [];
  for (const [id, changeId] of acknowledged) {
    const { status, body } = await send(url, "GET", `${path}/${id}`);
    // A change that was asked for and not acknowledged may have happened too.
    const shown = body["changeId"] === changeId || (changeId === "created" && body["changeId"] === "changed");
    if (status !== 200 || !shown) lost.push(id);
  }
  return lost;
}

/** The first page of ten, and the query of the next one, which any server of the database should take. */
export async function readFirstPage(server: MockProcess): Promise<{ ids: string[]; nextQuery: string }> {
  const { body } = await send(server.url, "GET", `${path}?$top=10&$filter=${encodeURIComponent(filter)}`);
  const link = new URL(String(body["@odata.nextLink"]));
  return { ids: idsOf(body), nextQuery: link.search };
}

/** All ids from a page on, by following the links. */
export async function readOn(server: MockProcess, query: string): Promise<string[]> {
  const { status, body } = await send(server.url, "GET", `${path}${query}`);
  expectStatus({ status, body }, 200);
  const next = body["@odata.nextLink"];
  return next === undefined ? idsOf(body) : [...idsOf(body), ...(await readOn(server, new URL(String(next)).search))];
}

export async function readAll(server: MockProcess): Promise<string[]> {
  return readOn(server, `?$top=1000&$filter=${encodeURIComponent(filter)}`);
}

/** Events of the scenario, which nobody writes to. */
const filter = "activityDateTime ne 2026-03-02T08:14:05Z";

function idsOf(body: Record<string, unknown>): string[] {
  return (body["value"] as { id: string }[]).map(({ id }) => id);
}

async function send(url: string, method: string, target: string, body?: object): Promise<Reply> {
  const response = await fetch(`${url}${target}`, {
    method,
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function expectStatus({ status, body }: Reply, expected: number): void {
  if (status !== expected) throw new Error(`Answered ${status} instead of ${expected}: ${JSON.stringify(body)}`);
}

/** The first line that holds the text; the process must not end before. */
function firstLine(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    let problems = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      const found = output.split("\n").find((line) => line.includes(text) && line.endsWith("}"));
      if (found !== undefined) resolve(found);
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      problems += chunk;
    });
    child.on("close", (code) => reject(new Error(`The server ended with ${code}: ${output}${problems}`)));
  });
}
