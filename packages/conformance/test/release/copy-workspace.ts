import { existsSync } from "node:fs";
import { cp, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listFiles, type WorkspacePackage } from "../topology/workspace.js";

/**
 * Copies what is versioned and what is built, so that a release can be played through without touching the checkout.
 * Of the installed packages it gets only changesets, and links among the siblings: pnpm reads their versions there.
 */
export async function copyWorkspace(
  root: string,
  packages: readonly WorkspacePackage[],
  target: string,
): Promise<void> {
  const copy = async (path: string): Promise<void> => {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await cp(join(root, path), join(target, path), { recursive: true });
  };
  for (const path of listFiles(root)) await copy(path);
  await link(join(root, "node_modules/@changesets/cli"), join(target, "node_modules/@changesets/cli"));
  for (const { folder, manifest } of packages) {
    if (existsSync(join(root, folder, "dist"))) await copy(`${folder}/dist`);
    const declared = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const sibling of packages.filter(({ manifest: { name } }) => Object.hasOwn(declared, name))) {
      await link(join(target, sibling.folder), join(target, folder, "node_modules", sibling.manifest.name));
    }
  }
}

async function link(existing: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(existing, path, "junction");
}
