import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

/** The folder of this package. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles a program that imports this package as a stranger would, runs it, and gives the lines it prints. */
export async function runAgainstBuild(code: string, alias: Record<string, string> = {}): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "error",
    alias,
  });
  const running = promisify(execFile)(process.execPath, ["--input-type=module"], { encoding: "utf8" });
  running.child.stdin?.end(outputFiles[0]?.text ?? "");
  return (await running).stdout.trim().split("\n");
}
