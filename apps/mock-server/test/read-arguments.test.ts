import { describe, expect, it } from "vitest";
import { nearest } from "../src/nearest.js";
import { type Command, readArguments } from "../src/program/read-arguments.js";

function valuesOf(command: Command): Record<string, string> {
  if (command.kind !== "start") throw new Error(`expected a start, not ${command.kind}`);
  return Object.fromEntries([...command.values].map(([name, { text, source }]) => [name, `${text} (${source})`]));
}

describe("readArguments", () => {
  it("reads a flag with a blank or an equals sign", () => {
    expect(valuesOf(readArguments(["--port", "1", "--data=a=b.db"], {}))).toEqual({
      port: "1 (--port)",
      data: "a=b.db (--data)",
    });
  });

  it("lets a flag win over its variable, and takes the variable otherwise", () => {
    const environment = { PROVLOG_PORT: "1", PROVLOG_READ_ONLY: "1", PROVLOG_DATA: "" };
    expect(valuesOf(readArguments(["--port", "2"], environment))).toEqual({
      port: "2 (--port)",
      "read-only": "1 (PROVLOG_READ_ONLY)",
    });
  });

  it("turns a switch on, off, or to what is written", () => {
    const on = { PROVLOG_HTTPS: "1" };
    expect(valuesOf(readArguments(["--https"], {}))["https"]).toBe("true (--https)");
    expect(valuesOf(readArguments(["--no-https"], on))["https"]).toBe("false (--no-https)");
    expect(valuesOf(readArguments(["--https=no"], on))["https"]).toBe("no (--https)");
  });

  it("does not take the word behind a switch for its value", () => {
    expect(() => readArguments(["--https", "false"], {})).toThrow('Unexpected argument "false".');
  });

  it("sees help and version anywhere, help first, whatever else is wrong", () => {
    expect(readArguments(["--prot", "--version", "-h"], {})).toEqual({ kind: "help" });
    expect(readArguments(["--nonsense", "-v"], {})).toEqual({ kind: "version" });
  });

  it.each([
    [["--prot", "1"], "Unknown flag --prot. Did you mean --port?"],
    [["--readonly"], "Unknown flag --readonly. Did you mean --read-only?"],
    [["--no-port"], "Unknown flag --no-port."],
    [["--no-https=yes"], "--no-https takes no value."],
    [["--config", "x"], "Unknown flag --config."],
    [["-p", "1"], "Unknown flag -p."],
    [["--data"], "--data needs a value."],
    [["--data", "--https"], "--data needs a value."],
    [["--data="], "--data needs a value."],
    [["start"], 'Unexpected argument "start".'],
  ])("refuses %j", (argv, message) => {
    expect(() => readArguments(argv, {})).toThrow(new RegExp(`^${message.replace(/[.?]/g, "\\$&")}`));
  });
});

describe("nearest", () => {
  it.each([
    ["auht", "auth"],
    ["hots", "host"],
    ["publicbaseurl", "public-base-url"],
    ["log-level", undefined],
    ["x", undefined],
  ])("finds for %s: %s", (typed, found) => {
    expect(nearest(typed, ["auth", "host", "port", "public-base-url", "log"])).toBe(found);
  });
});
