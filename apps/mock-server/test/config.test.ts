import { describe, expect, it } from "vitest";
import { parseConfig } from "../src/config.js";
import { flags } from "../src/program/flags.js";
import { readArguments } from "../src/program/read-arguments.js";
import { UsageError } from "../src/program/usage-error.js";

function parse(argv: readonly string[], environment: Record<string, string> = {}) {
  const command = readArguments(argv, environment);
  if (command.kind !== "start") throw new Error("not a start");
  return parseConfig(command.values);
}

describe("parseConfig", () => {
  it("has a default for everything", () => {
    expect(parse([])).toEqual({
      port: 4480,
      host: "127.0.0.1",
      data: ":memory:",
      scenario: "steady",
      seed: 1,
      count: 1000,
      auth: "any",
      profile: "current",
      readOnly: false,
      https: false,
      durability: "normal",
      publicBaseUrl: undefined,
      log: undefined,
    });
  });

  it("reads every variable", () => {
    const environment = {
      PROVLOG_PORT: "0",
      PROVLOG_HOST: "[::1]",
      PROVLOG_DATA: "C:\\events.db",
      PROVLOG_SCENARIO: "other",
      PROVLOG_SEED: "7",
      PROVLOG_COUNT: "0",
      PROVLOG_AUTH: "off",
      PROVLOG_PROFILE: "legacy",
      PROVLOG_READ_ONLY: "1",
      PROVLOG_HTTPS: "yes",
      PROVLOG_DURABILITY: "full",
      PROVLOG_PUBLIC_BASE_URL: "https://graph.example/mock/",
      PROVLOG_LOG: "off",
    };
    expect(Object.keys(environment)).toHaveLength(flags.length);
    expect(parse([], environment)).toEqual({
      port: 0,
      host: "::1",
      data: "C:\\events.db",
      scenario: "other",
      seed: 7,
      count: 0,
      auth: "off",
      profile: "legacy",
      readOnly: true,
      https: true,
      durability: "full",
      publicBaseUrl: "https://graph.example/mock",
      log: "off",
    });
  });

  it.each([
    [["--port", "65536"], '--port: "65536" is more than 65535.'],
    [["--port", "-1"], '--port: "-1" is not a whole number from 0 to 65535.'],
    [["--port", "0x10"], '--port: "0x10" is not a whole number from 0 to 65535.'],
    [["--count", "1e3"], '--count: "1e3" is not a whole number from 0 to 100000000.'],
    [["--host", "http://x/"], "--host: this is not a host name or an address."],
    [["--auth", "of"], '--auth: can be any or off, not "of". Did you mean off?'],
    [["--log", "Jsno"], '--log: can be pretty, json or off, not "Jsno". Did you mean json?'],
    [["--https=maybe"], '--https: "maybe" is neither true nor false.'],
    [["--public-base-url", "graph.example"], '--public-base-url: "graph.example" is not an http or https URL'],
    [["--public-base-url", "ftp://x"], "--public-base-url: this is not an http or https URL"],
  ])("refuses %j", (argv, message) => {
    expect(() => parse(argv)).toThrow(message);
    expect(() => parse(argv)).toThrow(UsageError);
  });

  it("takes the URL of a database from the environment only, where no list of processes shows it", () => {
    const url = "postgresql://user:hunter2@db/events";
    expect(parse([], { PROVLOG_DATA: url }).data).toBe(url);
    const refused = () => parse(["--data", url]);
    expect(refused).toThrow(/^--data: this is the URL of a database\. .*PROVLOG_DATA=postgres:\/\//);
    expect(refused).not.toThrow(/hunter2/);
  });

  it("names every wrong setting at once, and where it was written", () => {
    expect(() => parse(["--port", "x"], { PROVLOG_SEED: "y" })).toThrow(/^--port: "x" .*\nPROVLOG_SEED: "y" .*$/);
  });

  it("does not repeat a URL, which may hold a password", () => {
    const url = "mysql://user:hunter2@db/events";
    expect(() => parse([], { PROVLOG_DATA: url })).toThrow(
      "PROVLOG_DATA: this is a URL of no kind that is known here;",
    );
    expect(() => parse(["--data", url])).not.toThrow(/hunter2/);
    expect(() => parse(["--public-base-url", "https://me:hunter2@x/"])).not.toThrow(/hunter2/);
  });
});
