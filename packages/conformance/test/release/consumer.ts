import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workspaceRoot } from "../topology/workspace.js";
import { type Release, readManifest } from "./loop.js";
import { type Outcome, run, runOrThrow } from "./run.js";

/** Programs a user might write; they are checked here against the sources, and there against what was published. */
const programs = fileURLToPath(new URL("./consumer/", import.meta.url));

/** An empty project into which everything published was installed, as a user would, by npm and with an empty cache. */
export interface Consumer {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly installed: Outcome;
}

export async function installConsumer({ folder: parent, packages, registry, version }: Release): Promise<Consumer> {
  const folder = join(parent, "consumer");
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", version: "1.0.0", private: true }));
  // Only the scope comes from this machine: everything else from where the user's own settings say.
  // pnpm, when it runs a script, points npm's global settings to its own file; the user's are wanted.
  const { npm_config_globalconfig: _, ...inherited } = process.env;
  const environment = { ...inherited, "npm_config_@org:registry": `${registry.url}/`, NO_PROXY: noProxy() };
  const wanted = [
    ...packages.map(({ manifest }) => `${manifest.name}@${version}`),
    `@types/node@${await typesVersion()}`,
  ];
  const flags = ["--cache", join(parent, "npm-cache"), "--no-audit", "--no-fund", "--loglevel=error"];
  const installed = await runOrThrow("npm", ["install", ...wanted, ...flags], { cwd: folder, env: environment });
  for (const file of await readdir(programs)) await cp(join(programs, file), join(folder, file));
  return { folder, environment, installed };
}

function noProxy(): string {
  return [process.env["NO_PROXY"] ?? process.env["no_proxy"], "127.0.0.1"].filter(Boolean).join(",");
}

/** Node's types as this workspace is checked with: those of the oldest Node it supports. */
async function typesVersion(): Promise<string> {
  return (await readManifest(join(workspaceRoot, "node_modules/@types/node"))).version ?? "";
}

/** Type-checks one program of the consumer with these compiler options, the libraries' declarations included. */
export async function typeCheck(consumer: Consumer, program: string, options: object): Promise<Outcome> {
  const { folder, environment } = consumer;
  const compilerOptions = { noEmit: true, skipLibCheck: false, target: "es2022", ...options };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [program] }));
  const compiler = join(workspaceRoot, "node_modules/typescript/bin/tsc");
  return run(process.execPath, [compiler, "-p", folder], { cwd: folder, env: environment });
}

/** What a script printed, run from a file so that `import` and `require` resolve as a user's do. */
export async function runScript(consumer: Consumer, name: string, text: string): Promise<Outcome> {
  await writeFile(join(consumer.folder, name), text);
  return run(process.execPath, [name], { cwd: consumer.folder, env: consumer.environment });
}

export function runBin(consumer: Consumer, name: string, args: readonly string[]): Promise<Outcome> {
  return run(binOf(consumer, name), args, { cwd: consumer.folder, env: consumer.environment });
}

function binOf({ folder }: Consumer, name: string): string {
  return join(folder, "node_modules/.bin", name);
}

/** Starts a server's bin, waits for the address it prints, gives it to `use`, and stops it as a terminal would. */
export async function whileServing(
  consumer: Consumer,
  name: string,
  args: readonly string[],
  use: (url: string) => Promise<void>,
): Promise<number | null> {
  const child = spawn(binOf(consumer, name), args, {
    cwd: consumer.folder,
    env: consumer.environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close") as Promise<[number | null]>;
  let printed = "";
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        printed += String(chunk);
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
        if (address) resolve(address);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.on("error", reject);
      child.on("close", (code) => reject(new Error(`${name} ended with ${code} before it served\n${printed}`)));
    });
    await use(url);
  } finally {
    child.kill("SIGTERM");
  }
  return (await ended)[0];
}
