import { isPublic, type Workspace, type WorkspacePackage } from "./workspace.js";

/** What a published package lacks of the things every one of them has. */
export function packageGaps({ files, packages }: Workspace): string[] {
  const paths = new Set(files.map(({ path }) => path));
  return packages.filter(isPublic).flatMap(({ folder, manifest }) => {
    const gaps: string[] = [];
    if (!paths.has(`${folder}/README.md`)) gaps.push("no README.md");
    // pnpm packs the licence of the root into every package that has none of its own.
    if (!paths.has(`${folder}/LICENSE`) && !paths.has("LICENSE")) gaps.push("no LICENSE");
    if (manifest.files?.includes("dist") !== true) gaps.push("files does not name dist");
    if (manifest.publishConfig?.["access"] !== "public") gaps.push("publishConfig.access is not public");
    if (manifest.publishConfig?.["registry"] !== undefined)
      gaps.push("publishConfig.registry overrides the user's registry");
    return gaps.map((gap) => `${folder}: ${gap}`);
  });
}

/** Run-time dependencies of published packages, siblings aside, that have no row in the page that gives their reasons. */
export function unexplainedDependencies({ packages }: Workspace, page: string): string[] {
  return runtimeDependencies(packages).filter((name) => !page.includes(`\n| ${name} `));
}

/** Rows of that page whose dependency no published package has any more. */
export function staleDependencyRows({ packages }: Workspace, page: string): string[] {
  const wanted = runtimeDependencies(packages);
  const rows = [...page.matchAll(/^\| (\S+) \d+\.\d+\.\d+ /gm)].map(([, name = ""]) => name);
  return rows.filter((name) => !wanted.includes(name));
}

function runtimeDependencies(packages: readonly WorkspacePackage[]): string[] {
  const siblings = packages.map(({ manifest }) => manifest.name);
  const names = packages
    .filter(isPublic)
    .flatMap(({ manifest }) => Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));
  return [...new Set(names)].filter((name) => !siblings.includes(name)).sort();
}
