import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const events = 40;
let server: Server;
let url = "";
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "provlog-checkpoint-"));
  server = createServer((request, response) => {
    const asked = new URL(request.url ?? "", url);
    const at = Number(asked.searchParams.get("$skiptoken") ?? 0);
    const value = Array.from({ length: Math.min(3, events - at) }, (_, index) => ({
      id: `event-${at + index}`,
      activityDateTime: "2026-03-02T08:14:05Z",
    }));
    asked.searchParams.set("$skiptoken", String(at + 3));
    response.end(JSON.stringify({ value, ...(at + 3 < events ? { "@odata.nextLink": asked.href } : {}) }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

/** A program that keeps each page together with its checkpoint in one write, and waits to be killed after some. */
const program = `
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createProvisioningClient, where } from ${JSON.stringify(new URL("../../dist/index.js", import.meta.url).href)};
const [, baseUrl, file, most] = process.argv;
const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { ids: [] };
const client = createProvisioningClient({ baseUrl, accessToken: "any" });
const options = { filter: where("jobId").eq("x"), top: 3, checkpoint: kept.checkpoint };
let pages = 0;
for await (const page of client.pages(options)) {
  kept.ids.push(...page.items.map(({ id }) => id));
  writeFileSync(file + ".new", JSON.stringify({ ids: kept.ids, checkpoint: page.checkpoint }));
  renameSync(file + ".new", file);
  pages += 1;
  if (pages === Number(most)) {
    process.stdout.write("kept\\n");
    await new Promise((done) => setTimeout(done, 3_600_000));
  }
}
`;

function start(file: string, most: number) {
  return spawn(process.execPath, ["--input-type=module", "--eval", program, url, file, String(most)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

it("lets a new process continue where one was killed, each event once", async () => {
  const file = join(folder, "kept.json");
  for (let runs = 0; runs < 3; runs += 1) {
    const child = start(file, 2 + runs);
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "close");
  }
  const [exitCode] = (await once(start(file, 0), "close")) as [number | null];
  expect(exitCode).toBe(0);
  const expected = Array.from({ length: events }, (_, index) => `event-${index}`);
  expect((JSON.parse(readFileSync(file, "utf8")) as { ids: string[] }).ids).toEqual(expected);
  // A finished run that is started again adds nothing.
  await once(start(file, 0), "close");
  expect((JSON.parse(readFileSync(file, "utf8")) as { ids: string[] }).ids).toEqual(expected);
});
