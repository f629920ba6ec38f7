import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { workspaceRoot } from "../topology/workspace.js";
import { assertLoopback, publish, publishEnvironment } from "./publish.js";
import { type Registry, startRegistry } from "./registry.js";

const loopback = "http://127.0.0.1:4873/";
const elsewhere = "https://packages.invalid/";

describe("assertLoopback", () => {
  const answers = (changed: Readonly<Record<string, string>>) => async (tool: string, key: string) =>
    changed[`${tool} ${key}`] ?? (key === "registry" ? loopback : "undefined");

  it("is content when both tools publish to this machine", async () => {
    await expect(assertLoopback(answers({}))).resolves.toBeUndefined();
    await expect(assertLoopback(answers({ "npm @org:registry": loopback }))).resolves.toBeUndefined();
  });

  it.each(["npm registry", "pnpm registry", "npm @org:registry", "pnpm @org:registry"])(
    "refuses when the %s is elsewhere",
    async (setting) => {
      await expect(assertLoopback(answers({ [setting]: elsewhere }))).rejects.toThrow(/nothing was published/);
    },
  );

  it("refuses a host that only begins like this machine", async () => {
    const lookalike = answers({ "npm registry": "http://127.0.0.1.invalid/" });
    await expect(assertLoopback(lookalike)).rejects.toThrow(/nothing was published/);
  });
});

describe("publish", () => {
  let folder: string;
  let registry: Registry;
  let environment: NodeJS.ProcessEnv;
  // Stands where changesets would: whatever runs it has got past the guard.
  let changeset: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "provlog-publish-"));
    registry = await startRegistry("secret");
    environment = await publishEnvironment(folder, registry.url, "secret", join(workspaceRoot, "node_modules/.bin"));
    changeset = join(folder, "changeset.mjs");
    await writeFile(changeset, 'console.log("published", ...process.argv.slice(2));');
  });

  afterAll(async () => {
    await registry.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("goes ahead when the registry in force is on this machine", async () => {
    expect((await publish(folder, changeset, environment)).stdout).toBe("published publish --no-git-tag\n");
  });

  it.each([
    ["the general registry is elsewhere", { npm_config_registry: elsewhere }],
    ["only the scope's registry is elsewhere", { "npm_config_@org:registry": elsewhere }],
  ])("runs nothing when %s", async (_, changed) => {
    await expect(publish(folder, changeset, { ...environment, ...changed })).rejects.toThrow(/nothing was published/);
  });

  it("hands on none of the user's tokens and settings", async () => {
    vi.stubEnv("NODE_AUTH_TOKEN", "real");
    vi.stubEnv("npm_config_//packages.invalid/:_authToken", "real");
    const fresh = await publishEnvironment(folder, registry.url, "secret", "bin");
    vi.unstubAllEnvs();
    expect(Object.values(fresh)).not.toContain("real");
  });
});
