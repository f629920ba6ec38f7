import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPublic, type Manifest, readWorkspace, type WorkspacePackage, workspaceRoot } from "../topology/workspace.js";
import { copyWorkspace } from "./copy-workspace.js";
import { publish, publishEnvironment } from "./publish.js";
import { type Registry, startRegistry } from "./registry.js";
import { runOrThrow } from "./run.js";

/** A release as it went, on a copy of the workspace and a registry of this process. */
export interface Release {
  /** A temporary folder; nothing outside of it was written. */
  readonly folder: string;
  readonly copy: string;
  readonly registry: Registry;
  /** The published packages as they stand in the checkout. */
  readonly packages: readonly WorkspacePackage[];
  /** What `changeset version` made of it. */
  readonly version: string;
  tarball(name: string): Buffer;
  close(): Promise<void>;
}

/** Versions and publishes everything, given one more changeset: a minor change of models, described by `note`. */
export async function playRelease(note: string): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), "provlog-release-"));
  const copy = join(folder, "workspace");
  const token = "throw-away";
  const registry = await startRegistry(token);
  const close = async (): Promise<void> => {
    await registry.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { packages } = readWorkspace();
    await copyWorkspace(workspaceRoot, packages, copy);
    await writeFile(join(copy, ".changeset/only-in-the-test.md"), `---\n"@org/models": minor\n---\n\n${note}\n`);
    const bin = join(workspaceRoot, "node_modules/.bin");
    const environment = await publishEnvironment(join(folder, "home"), registry.url, token, bin);
    const changeset = join(workspaceRoot, "node_modules/@changesets/cli/bin.js");
    await runOrThrow(process.execPath, [changeset, "version"], { cwd: copy, env: environment });
    const { version = "" } = await readManifest(join(copy, "packages/models"));
    const outcome = await publish(copy, changeset, environment);
    if (outcome.code !== 0) throw new Error(`changeset publish failed\n${outcome.stdout}\n${outcome.stderr}`);
    const tarball = (name: string): Buffer => {
      const found = registry.packages.get(name)?.versions.get(version)?.tarball;
      if (!found) throw new Error(`${name}@${version} was not published`);
      return found;
    };
    return { folder, copy, registry, packages: packages.filter(isPublic), version, tarball, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
}
