#!/usr/bin/env node
import { createReadStream, readFileSync } from "node:fs";
import type { Output, System } from "./system.js";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const [first, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (first === "--version" || first === "-v")) {
  // Answered before anything else is loaded.
  process.stdout.on("error", async (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.exitCode = (await import("./exit-codes.js")).exitCodes.outputFailed;
    process.stderr.write(`provlog: the output cannot be written: ${error.message}\n`);
  });
  process.stdout.write(`${version}\n`);
} else {
  const { OutputClosedError, OutputFailedError } = await import("./system.js");
  const { main } = await import("./main.js");

  const createOutput = (stream: NodeJS.WriteStream): Output => {
    // A write that fails tells its caller; without a listener it would end the process as well.
    stream.on("error", () => {});
    return {
      inColour: stream.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb",
      columns: stream.isTTY ? stream.columns : undefined,
      write: (text) =>
        new Promise((resolve, reject) => {
          if (text === "") return resolve();
          stream.write(text, (error) => {
            if (error === null || error === undefined) resolve();
            else if ("code" in error && error.code === "EPIPE") reject(new OutputClosedError());
            else reject(new OutputFailedError(error.message));
          });
        }),
    };
  };

  const system: System = {
    environment: process.env,
    stdout: createOutput(process.stdout),
    stderr: createOutput(process.stderr),
    stdin: process.stdin,
    readFile: (path) => createReadStream(path),
    fetch: globalThis.fetch,
    now: () => new Date(),
    version,
    runMock: async (argv) => (await import("@org/mock-server/program")).runCommandLine(argv, "provlog mock"),
  };
  process.exitCode = await main(process.argv.slice(2), system);
}
