import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "./program.js";

async function runToEnd(...parameters: Parameters<typeof run>) {
  const program = run(...parameters);
  return { code: await program.ended, ...program.output };
}

/** Writes the URL of every module that is loaded to standard error. */
const hooks = `import { writeSync } from "node:fs";
export async function load(url, context, next) { writeSync(2, "loaded " + url + "\\n"); return next(url, context); }`;
const counter = `data:text/javascript,${encodeURIComponent(
  `import { register } from "node:module"; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});`,
)}`;

describe("--version", () => {
  it("prints the version of the package", async () => {
    const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await runToEnd(["--version"])).toEqual({
      code: 0,
      stdout: `provlog-mock ${manifest.version}\n`,
      stderr: "",
    });
  });

  it.each(["--version", "--help"])("%s loads at most four files, all of them the program's own", async (flag) => {
    const { code, stderr } = await runToEnd([flag], {}, ["--import", counter]);
    const loaded = stderr.split("\n").filter((line) => line.startsWith("loaded file:"));
    expect(code).toBe(0);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.length).toBeLessThanOrEqual(4);
    expect(loaded.filter((line) => !/\/mock-server\/dist\/[^/]+\.js$/.test(line))).toEqual([]);
  });
});

describe("--help", () => {
  it("lists every flag with its variable, and the exit codes", async () => {
    const { code, stdout, stderr } = await runToEnd(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "provlog-mock answers the Microsoft Graph provisioning log routes as Graph does,
      with data, on your machine.

      Usage: provlog-mock [flags]

      Flags, each with the environment variable that does the same (the flag wins):
        --port PORT                 Listen on this port; 0 takes a free one. Default
                                    4480.
                                    PROVLOG_PORT
        --host HOST                 Listen on this address; any but a loopback address
                                    lets other machines in. Default 127.0.0.1.
                                    PROVLOG_HOST
        --data FILE                 Keep the events in this file; :memory: forgets
                                    them at the end. The variable also takes the URL
                                    of a PostgreSQL database,
                                    postgres://user:password@host/name, which several
                                    servers may share. Default :memory:.
                                    PROVLOG_DATA
        --scenario NAME             The story an empty store is filled with; one that
                                    holds data is left alone. Default steady.
                                    PROVLOG_SCENARIO
        --seed N                    The same seed gives the same events. Default 1.
                                    PROVLOG_SEED
        --count N                   How many events an empty store is filled with.
                                    Default 1000.
                                    PROVLOG_COUNT
        --auth any|off              any: a bearer token must be there, whatever it
                                    says; off: none is asked for. Default any.
                                    PROVLOG_AUTH
        --profile NAME              current: errors as Graph words them today; legacy:
                                    as it did in older years; strict: also refuse what
                                    Graph does not document for this log. Default
                                    current.
                                    PROVLOG_PROFILE
        --read-only                 Answer every write with 405; Graph documents this
                                    log as read-only.
                                    PROVLOG_READ_ONLY
        --https                     Speak TLS, with a certificate for localhost that
                                    is made once per machine.
                                    PROVLOG_HTTPS
        --durability normal|full    normal: an answered write survives the end of the
                                    process; full: a power cut too. Default normal.
                                    PROVLOG_DURABILITY
        --public-base-url URL       Build the links in answers from this URL instead
                                    of the address the request came to.
                                    PROVLOG_PUBLIC_BASE_URL
        --log pretty|json|off       One line per request on standard output; pretty on
                                    a terminal, json elsewhere.
                                    PROVLOG_LOG
        --version                   Print the version.
        --help                      Print this.

      Examples:
        provlog-mock
        provlog-mock --data events.db --port 4481
        provlog-mock --count 0 --auth off --log off

      Exit codes:
        0  stopped by a signal, after the requests under way were answered and stored
        1  failed to start: the port or the data could not be had
        2  usage: a flag or a value that does not exist
      A second signal stops at once, with 128 and the signal's number.
      "
    `);
  });
});

describe("what cannot be meant", () => {
  it.each([
    [["--prot", "1"], {}, "Unknown flag --prot. Did you mean --port?\nSee provlog-mock --help.\n"],
    [["--port", "many"], {}, '--port: "many" is not a whole number from 0 to 65535.\nSee provlog-mock --help.\n'],
    [
      [],
      { PROVLOG_AUTH: "of" },
      'PROVLOG_AUTH: can be any or off, not "of". Did you mean off?\nSee provlog-mock --help.\n',
    ],
    [
      ["--scenario", "stedy"],
      {},
      'There is no scenario "stedy"; there is: steady. Did you mean steady?\nSee provlog-mock --help.\n',
    ],
  ])("%j with %j ends with exit code 2 and says why", async (argv, environment, stderr) => {
    expect(await runToEnd(argv, environment)).toEqual({ code: 2, stdout: "", stderr });
  });
});
