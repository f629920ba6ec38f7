import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of the repository as the checks see it: a path from the root with `/`, and its text. */
export interface WorkspaceFile {
  readonly path: string;
  readonly text: string;
}

/** The part of a package.json that the checks read. */
export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly files?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: Readonly<Record<string, string>>;
}

export interface WorkspacePackage {
  /** From the root, such as `packages/models`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface Workspace {
  readonly files: readonly WorkspaceFile[];
  readonly packages: readonly WorkspacePackage[];
}

export const workspaceRoot = fileURLToPath(new URL("../../../../", import.meta.url));

const ignoredFolders = new Set([".git", "node_modules", "dist", ".turbo", "coverage", "reports"]);

/** Paths of everything git would commit; a download without git is walked instead. */
export function listFiles(root: string): string[] {
  const git = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = git.status === 0 && git.stdout !== "" ? git.stdout.split("\0") : walk(root, root);
  // The index still lists a file that was deleted and not yet committed.
  return [...new Set(paths)].filter((path) => path !== "" && existsSync(join(root, path))).sort();
}

function walk(root: string, folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : walk(root, path);
    return entry.isFile() ? [relative(root, path).split(sep).join("/")] : [];
  });
}

export function readWorkspace(root: string = workspaceRoot): Workspace {
  const files = listFiles(root).map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  return { files, packages: packagesOf(files) };
}

/** The workspace's packages, found by their package.json one level below a room's parent folder. */
export function packagesOf(files: readonly WorkspaceFile[]): WorkspacePackage[] {
  return files
    .filter(({ path }) => /^(packages|apps|examples)\/[^/]+\/package\.json$/.test(path))
    .map(({ path, text }) => ({
      folder: path.slice(0, -"/package.json".length),
      manifest: JSON.parse(text) as Manifest,
    }));
}

/** `models` of `packages/models`. */
export function roomOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("/") + 1);
}

export function isPublic({ manifest }: WorkspacePackage): boolean {
  return manifest.private !== true;
}
