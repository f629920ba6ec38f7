import { main, type System } from "@org/cli";
import type { Mock } from "./client-process.js";

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line of our CLI against a mock. */
export async function runCli(mock: Mock, argv: readonly string[], stdin = ""): Promise<CliRun> {
  const texts = { stdout: "", stderr: "" };
  const output = (name: keyof typeof texts) => ({
    inColour: false,
    columns: undefined,
    write: async (text: string) => {
      texts[name] += text;
    },
  });
  const system: System = {
    environment: { PROVLOG_URL: mock.url, PROVLOG_TOKEN: mock.token, PROVLOG_VERSION: mock.version },
    stdout: output("stdout"),
    stderr: output("stderr"),
    stdin: (async function* () {
      yield new TextEncoder().encode(stdin);
    })(),
    readFile: (path) => {
      throw new Error(`no file is read here: ${path}`);
    },
    fetch: globalThis.fetch,
    now: () => new Date("2026-03-02T08:00:00Z"),
    version: "0.0.0",
    runMock: async () => {
      throw new Error("the mock runs already");
    },
  };
  return { exitCode: await main(argv, system), ...texts };
}
