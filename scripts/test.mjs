// Runs every check of the repository through turbo and ends with one line: N passed, N failed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tasks = ["//#lint", "//#knip", "typecheck", "test", "test:packed", "test:built"];
const packages = ["packages", "apps", "examples"]
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
  .filter((folder) => existsSync(join(folder, "package.json")));

for (const folder of packages) rmSync(join(folder, "reports"), { recursive: true, force: true });

const { status } = spawnSync(
  "turbo",
  [
    "run",
    ...tasks,
    "--continue=always",
    "--output-logs=errors-only",
    // Each test run has workers of its own. turbo's ten at once on two cores only make everything wait for everything.
    `--concurrency=${Math.max(2, availableParallelism())}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    shell: process.platform === "win32",
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`,
      TURBO_TELEMETRY_DISABLED: "1",
      DO_NOT_TRACK: "1",
      // turbo's cache keys hold no Node version: without this, a pass on one major is replayed on another.
      TEST_NODE: process.version,
    },
  },
);

const totals = { passed: 0, failed: 0, skipped: 0 };
const reasons = new Set();
for (const folder of packages) {
  const reports = join(folder, "reports");
  if (!existsSync(reports)) continue;
  for (const file of readdirSync(reports).filter((name) => name.endsWith(".json"))) {
    const counts = JSON.parse(readFileSync(join(reports, file), "utf8"));
    for (const key of Object.keys(totals)) totals[key] += counts[key] ?? 0;
    // Why tests were skipped; turbo shows what a run printed only when it failed.
    if (counts.reason !== undefined) reasons.add(counts.reason);
  }
}
// A check without tests of its own (lint, types, packages), or a runner that died, must not end in "0 failed".
if (status !== 0 && totals.failed === 0) totals.failed = 1;
if (totals.passed === 0) totals.failed += 1;
for (const reason of reasons) console.log(reason);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed > 0 ? status || 1 : 0);
