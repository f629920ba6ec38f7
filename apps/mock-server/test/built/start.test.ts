import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Answer, ask, makeFolder, run, start, stop, waitFor } from "./program.js";
import { parseCurl } from "./shell-words.js";

const list = "/beta/auditLogs/directoryProvisioning?$top=1";
const commandsIn = (text: string) => [...text.matchAll(/^ {2}(curl .*)$/gm)].map(([, command]) => command ?? "");

describe("a start", () => {
  it("explains itself: address, data, token, commands to paste, how to stop", async () => {
    const program = await start();
    const { stderr } = program.output;
    expect(stderr).toContain(`Address   ${program.url}\n`);
    expect(stderr).toContain("Data      1,000 events in memory");
    expect(stderr).toMatch(/^ {2}Token {5}eyJ\S+$/m);
    expect(stderr).toContain("Stop with Ctrl-C");
    expect(commandsIn(stderr)).toHaveLength(4);
    expect(stderr).not.toContain("\u001b");
  });

  it.each([
    ["a filled store", []],
    ["an empty store", ["--count", "0"]],
    ["no authentication", ["--auth", "off"]],
  ])("prints commands that work: %s", async (_, argv) => {
    const program = await start(argv);
    const answers = [];
    for (const command of commandsIn(program.output.stderr)) {
      const { url, request } = parseCurl(command);
      const response = await fetch(url, request);
      answers.push({ status: response.status, body: (await response.json()) as Answer });
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [, changed, readBack, failures] = answers;
    for (const event of failures?.body.value ?? []) expect(event.statusInfo?.status).toBe("failure");
    const found = readBack?.body.value?.[0] ?? readBack?.body;
    expect(found?.id).toBe(changed?.body.id);
    expect(found?.durationInMilliseconds).toBe(changed?.body.durationInMilliseconds);
  });

  it("prints a PATCH that a read-only server refuses, and says so", async () => {
    const program = await start(["--read-only"]);
    expect(program.output.stderr).toContain("read-only: 405; Graph documents this log as read-only");
    const { url, request } = parseCurl(commandsIn(program.output.stderr)[1] ?? "");
    expect((await fetch(url, request)).status).toBe(405);
  });

  it("tells the same story for the same seed", async () => {
    const idOf = async (argv: string[]) => {
      const program = await start(["--count", "20", ...argv]);
      const { body } = await ask(program, list);
      await stop(program);
      return body.value?.[0]?.id;
    };
    const first = await idOf([]);
    expect(await idOf(["--seed", "1"])).toBe(first);
    expect(await idOf(["--seed", "2"])).not.toBe(first);
  });

  it("takes its settings from the environment, and a flag wins", async () => {
    const program = await start(["--count", "3"], { PROVLOG_COUNT: "5", PROVLOG_AUTH: "off" });
    expect(program.events).toBe(3);
    expect((await fetch(`${program.url}${list}`)).status).toBe(200);
  });

  it("begins links with the public base URL", async () => {
    const program = await start(["--public-base-url", "https://mock.example/graph/"]);
    const { body } = await ask(program, list);
    expect(body["@odata.nextLink"]).toMatch(/^https:\/\/mock\.example\/graph\/beta\//);
    expect(program.output.stderr).toContain("Links     begin with https://mock.example/graph\n");
  });
});

describe("the log", () => {
  it("is JSON on standard output when that is no terminal, and nothing else is there", async () => {
    const program = await start();
    await ask(program, list);
    await stop(program);
    expect(program.output.stdout).not.toContain("eyJ");
    const lines = program.output.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({ msg: "listening", url: program.url }),
      expect.objectContaining({ method: "GET", url: list, status: 200, requestId: expect.any(String) }),
    ]);
  });

  it("is readable with --log pretty, below the text of the start", async () => {
    const program = run(["--port", "0", "--log", "pretty", "--auth", "off"]);
    await waitFor(program, "Stop with");
    const url = /Address {3}(\S+)/.exec(program.output.stdout)?.[1];
    await fetch(`${url}${list}`);
    await stop(program);
    expect(program.output.stdout).toMatch(
      /Stop with Ctrl-C\.\n\n[\d:.]{12} GET {4}\/beta\/\S+ 200 [\d.]+ ms [\da-f-]{36} /,
    );
  });

  it("can be off", async () => {
    const program = run(["--port", "0", "--log", "off", "--auth", "off"]);
    await waitFor(program, "Stop with");
    const before = program.output.stdout;
    const url = /Address {3}(\S+)/.exec(before)?.[1];
    await fetch(`${url}${list}`);
    await stop(program);
    expect(program.output.stdout).toBe(before);
  });

  it("holds no token, and neither does any other stream or answer", async () => {
    const program = await start();
    const secret = "hunter2-secret";
    const skipToken = "0123456789abcdef0123456789abcdef_1";
    const answers: string[] = [];
    for (const headers of [{ authorization: `Bearer ${secret}` }, { authorization: `Basic ${secret}` }]) {
      // A page's link to the next one repeats the caller's own query, as Graph's does; so none of these has a next page.
      const top = "/v1.0/auditLogs/provisioning?$top=1000";
      for (const path of [top, `${top}&access_token=${secret}`, "/v3.0/nothing", `${top}&$skiptoken=${skipToken}`]) {
        answers.push(await (await fetch(`${program.url}${path}`, { headers })).text());
      }
      const patch = { method: "PATCH", headers: { ...headers, "content-type": "application/json" }, body: "{" };
      answers.push(await (await fetch(`${program.url}/beta/auditLogs/directoryProvisioning`, patch)).text());
    }
    answers.push(await (await fetch(`${program.url}/_mock/requests`)).text(), await (await fetch(program.url)).text());
    await stop(program);
    expect(program.output.stdout.split("\n").length).toBeGreaterThan(answers.length);
    const streams = program.output.stdout + program.output.stderr;
    // Graph's text quotes a skip token that it cannot read; the log does not.
    expect(streams).not.toContain(skipToken);
    const everything = [streams, ...answers];
    expect(everything.filter((text) => text.includes(secret))).toEqual([]);
  });
});

describe("what keeps it from starting", () => {
  it("is a taken port: the text names it and a way out", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const folder = await makeFolder();
    const program = run(["--port", String(port), "--data", join(folder, "events.db")]);
    expect(await program.ended).toBe(1);
    expect(program.output.stderr).toBe(
      `provlog-mock did not start. Port ${port} on 127.0.0.1 is taken by another program. Use another one: --port ${port + 1} (or PROVLOG_PORT), or --port 0 for any free one.\n`,
    );
    other.close();
  });

  it("is a host that is not this machine's", async () => {
    const program = run(["--host", "192.0.2.1"]);
    expect(await program.ended).toBe(1);
    expect(program.output.stderr).toContain("--host 192.0.2.1 is no address of this machine.");
  });

  it("is a file that is no database, and it is left as it was", async () => {
    const file = join(await makeFolder(), "events.db");
    await writeFile(file, "this is no database, and long enough to tell. ".repeat(100));
    const program = run(["--port", "0", "--data", file]);
    expect(await program.ended).toBe(1);
    expect(program.output.stderr).toMatch(/^provlog-mock did not start\. .*events\.db/);
    expect(program.output.stderr.split("\n")).toHaveLength(2);
  });

  it("is a folder that is not there", async () => {
    const file = join(await makeFolder(), "nowhere", "events.db");
    const program = run(["--port", "0", "--data", file]);
    expect(await program.ended).toBe(1);
    expect(program.output.stderr).toMatch(/^provlog-mock did not start\. .*nowhere/);
    expect(program.output.stderr).not.toContain("    at ");
  });

  it("is a file that another server has open", async () => {
    const file = join(await makeFolder(), "events.db");
    await start(["--data", file, "--count", "5"]);
    const second = run(["--port", "0", "--data", file]);
    expect(await second.ended).toBe(1);
    expect(second.output.stderr).toMatch(/^provlog-mock did not start\. .*events\.db/);
    expect(second.output.stderr).not.toContain("    at ");
  });
});
