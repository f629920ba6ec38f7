// Makes a clone ready, with nothing but Node and npm on the machine: fetches the pinned pnpm, installs, builds.
// `setup.mjs start` installs and builds what the mock server needs; `setup.mjs test` installs everything.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scope = process.argv[2] === "start" ? "start" : "test";
const stampFile = join(root, "node_modules", ".provlog-setup.json");
const env = {
  ...process.env,
  PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
};

requireNode(20, 19);
const installed = install();
if (scope === "start") {
  // A clone that is only started gets a build without type declarations; one that runs the tests has the whole already.
  const flags = ["--filter=@org/mock-server", "--output-logs=errors-only"];
  if (!existsSync(join(root, "apps", "mock-server", "dist"))) console.error("Building it …");
  run("turbo", ["run", "build", ...flags], {
    cwd: root,
    env: installed === "start" ? { ...env, PROVLOG_TYPES: "off" } : env,
  });
}

function requireNode(major, minor) {
  const [actualMajor, actualMinor] = process.versions.node.split(".").map(Number);
  if (actualMajor > major || (actualMajor === major && actualMinor >= minor)) return;
  console.error(
    `Provlog needs Node ${major}.${minor} or newer; this is ${process.version}. Install it from nodejs.org.`,
  );
  process.exit(1);
}

/** Runs the pinned pnpm, unless the last install saw the same lock file and covered at least this scope, which it gives. */
function install() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
  const stamp = readStamp();
  const covered = stamp.scope === "test" || stamp.scope === scope;
  if (stamp.lock === lock && covered && existsSync(join(root, "node_modules", ".modules.yaml"))) return stamp.scope;

  const wider = stamp.scope === "test" || scope === "test" ? "test" : "start";
  console.error(
    `Installing what ${wider === "start" ? "the mock server" : "the tests"} need${wider === "start" ? "s" : ""} (once, about half a minute) …`,
  );
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  // npx would take this repository's own pnpm, which an install may replace while it runs; so it runs elsewhere. And the
  // npx that may have started this, as in `npx -p node@24 npm test`, hands its own package down.
  const { npm_config_local_prefix: _prefix, npm_config_package: _package, ...outside } = env;
  const only = wider === "start" ? ["--prod", "--filter", "@org/mock-server..."] : [];
  const flags = ["--frozen-lockfile", "--loglevel=error", "--reporter=append-only"];
  run("npx", ["--yes", packageManager, "--dir", root, ...only, "install", ...flags], { cwd: tmpdir(), env: outside });
  writeFileSync(stampFile, JSON.stringify({ lock, scope: wider }));
  return wider;
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return {}; // no stamp, or one cut short: install again
  }
}

/** Runs quietly: what a command printed is shown only when it failed. */
function run(command, args, options) {
  const windows = process.platform === "win32";
  const result = spawnSync(command, args, {
    ...options,
    shell: windows,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  console.error(
    `\n"${command} ${args.join(" ")}" failed${result.error ? `: ${result.error.message}` : ` with exit code ${result.status}`}.`,
  );
  console.error(
    "Nothing was started. If the registry could not be reached, check the connection or `npm config get registry`, then run the command again.",
  );
  process.exit(result.status ?? 1);
}
