import { isPublic, type Workspace } from "./workspace.js";

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
