import { type Import, importsOf, isSource } from "./imports.js";
import { exampleRoom, type Room } from "./rooms.js";
import { roomOf, type Workspace, type WorkspacePackage } from "./workspace.js";

interface Arrow {
  readonly from: WorkspacePackage;
  readonly to: WorkspacePackage;
  /** What follows the package's name, such as `/v1`. */
  readonly subpath: string;
  readonly file: string;
  readonly imported: Import;
}

/** The package a file belongs to. */
function ownerOf(workspace: Workspace, path: string): WorkspacePackage | undefined {
  return workspace.packages.find(({ folder }) => path.startsWith(`${folder}/`));
}

/** Every import of one workspace package by another, or by itself under its own name. */
export function arrowsOf(workspace: Workspace): Arrow[] {
  return workspace.files
    .filter(({ path }) => isSource(path))
    .flatMap((file) => {
      const from = ownerOf(workspace, file.path);
      if (!from) return [];
      return importsOf(file).flatMap((imported) => {
        const [, name, subpath = ""] = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(imported.specifier ?? "") ?? [];
        const to = workspace.packages.find(({ manifest }) => manifest.name === name);
        return to ? [{ from, to, subpath, file: file.path, imported }] : [];
      });
    });
}

/** Arrows that the table does not hold, and rooms that it does not know. */
export function arrowViolations(workspace: Workspace, table: Readonly<Record<string, Room>>): string[] {
  const ruleOf = ({ folder }: WorkspacePackage): Room | undefined =>
    folder.startsWith("examples/") ? exampleRoom : table[roomOf(folder)];
  const unknown = workspace.packages
    .filter((member) => !ruleOf(member))
    .map(({ folder }) => `${folder}: no room of this name is in the table`);
  const wrong = arrowsOf(workspace).flatMap(({ from, to, file, imported }) => {
    const rule = ruleOf(from);
    const target = roomOf(to.folder);
    if (!rule || from === to || rule.imports.includes(target)) return [];
    const where = `${file}:${imported.line}`;
    if (!rule.lazily?.includes(target)) return [`${where}: ${roomOf(from.folder)} must not import ${target}`];
    // Laziness is about what a program loads; a test may load it at once.
    if (imported.kind !== "static" || !isShipped(file)) return [];
    return [`${where}: ${roomOf(from.folder)} may import ${target} by import() only`];
  });
  return [...unknown, ...wrong];
}

/** Circles in the packages' graph, each as `a → b → a`, whatever the table says. */
export function circles(workspace: Workspace): string[] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of arrowsOf(workspace)) {
    if (from === to) continue;
    const known = targets.get(roomOf(from.folder)) ?? new Set();
    targets.set(roomOf(from.folder), known.add(roomOf(to.folder)));
  }
  const found = new Set<string>();
  const follow = (path: readonly string[]): void => {
    for (const next of targets.get(path.at(-1) ?? "") ?? []) {
      // Reported once, from its alphabetically first room.
      if (next === path[0] && [...path].sort()[0] === next) found.add([...path, next].join(" → "));
      else if (!path.includes(next)) follow([...path, next]);
    }
  };
  for (const room of targets.keys()) follow([room]);
  return [...found];
}

/** Imports that go around a sibling's `exports`, by a subpath it does not publish or by a relative path. */
export function deepImports(workspace: Workspace): string[] {
  const unpublished = arrowsOf(workspace)
    .filter(({ to, subpath }) => !Object.keys(to.manifest.exports ?? {}).some((entry) => publishes(entry, subpath)))
    .map(
      ({ file, imported, to }) =>
        `${file}:${imported.line}: ${to.manifest.name} does not publish ${imported.specifier}`,
    );
  const outside = workspace.files
    .filter(({ path }) => isSource(path))
    .flatMap((file) => {
      const from = ownerOf(workspace, file.path);
      return importsOf(file).flatMap(({ specifier, line }) => {
        if (!specifier?.startsWith(".")) return [];
        const target = new URL(specifier, `file:///${file.path}`).pathname.slice(1);
        const to = ownerOf(workspace, target);
        if (to === from) return [];
        // What all packages share lies at the root, and only their configuration reads it.
        if (to === undefined && (!isShipped(file.path) || /\/[^/]+\.config\.ts$/.test(file.path))) return [];
        return [`${file.path}:${line}: ${specifier} leaves the package`];
      });
    });
  return [...unpublished, ...outside];
}

/** Whether an entry of `exports`, such as `./v1` or `./schemas/*.json`, serves what follows a package's name. */
function publishes(entry: string, subpath: string): boolean {
  const [start = "", end] = entry.slice(1).split("*");
  return end === undefined ? subpath === start : subpath.startsWith(start) && subpath.endsWith(end);
}

/** `import(expression)`, which hides an arrow from this test and from bundlers. */
export function computedImports(workspace: Workspace): string[] {
  return workspace.files
    .filter(({ path }) => isSource(path) && isShipped(path))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => specifier === undefined)
        .map(({ line }) => `${file.path}:${line}: the imported module's name is computed`),
    );
}

/** Siblings that are imported and not declared, or declared and never imported. */
export function dependencyMismatches(workspace: Workspace): string[] {
  const arrows = arrowsOf(workspace);
  return workspace.packages.flatMap((member) => {
    const { folder, manifest } = member;
    const own = arrows.filter(({ from, to }) => from === member && to !== member);
    const shipped = { ...manifest.dependencies, ...manifest.peerDependencies };
    const declared = { ...shipped, ...manifest.devDependencies };
    const missing = own
      .filter(({ file, to }) => !Object.hasOwn(isShipped(file) ? shipped : declared, to.manifest.name))
      .map(({ file, to, imported }) => `${file}:${imported.line}: ${to.manifest.name} is not declared in ${folder}`);
    // A private package may name a sibling only to have it built first: it runs programs that it does not import.
    const unused = workspace.packages
      .filter(({ manifest: { name } }) => manifest.private !== true && Object.hasOwn(declared, name))
      .filter(
        (to) =>
          !own.some((arrow) => arrow.to === to && (isShipped(arrow.file) || !Object.hasOwn(shipped, to.manifest.name))),
      )
      .map(({ manifest: { name } }) => `${folder}/package.json: ${name} is declared and never imported`);
    return [...missing, ...unused];
  });
}

/** Whether a file's code reaches users; tests, benches, scripts and configuration do not. */
function isShipped(path: string): boolean {
  return /^(packages|apps|examples)\/[^/]+\/src\//.test(path);
}
