import { StoreError } from "@org/store";
import { expect, it } from "vitest";
import { explainFailure } from "../../src/program/explain-failure.js";

const place = { port: 80, host: "127.0.0.1" };
const failing = (code: string, syscall = "listen") => Object.assign(new Error(`${code}: raw`), { code, syscall });

it.each([
  [failing("EADDRINUSE"), "Port 80 on 127.0.0.1 is taken by another program. Use another one: --port 81"],
  [failing("EACCES"), "This user may not listen on port 80. Use one above 1023: --port 4480."],
  [failing("EACCES", "mkdir"), "EACCES: raw"],
  [failing("EADDRNOTAVAIL"), "--host 127.0.0.1 is no address of this machine."],
  [failing("ENOSPC", "write"), "ENOSPC: raw"],
  [new StoreError("locked", "The file is locked."), "The file is locked."],
])("explains %s", (error, text) => {
  expect(explainFailure(error, place)?.startsWith(text)).toBe(true);
});

it("leaves what nobody foresaw to be shown whole", () => {
  expect(explainFailure(new Error("boom"), place)).toBeUndefined();
  expect(explainFailure(failing("EWEIRD"), place)).toBeUndefined();
});

it("suggests a port that exists", () => {
  expect(explainFailure(failing("EADDRINUSE"), { port: 65_535, host: "x" })).toContain("--port 4481");
});
