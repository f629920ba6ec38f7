import type { WorkspaceFile } from "./workspace.js";

/** Relative links of Markdown pages to files, or to folders, that do not exist. */
export function deadLinks(files: readonly WorkspaceFile[]): string[] {
  const paths = files.map(({ path }) => path);
  const exists = (target: string): boolean =>
    paths.includes(target) || target === "" || paths.some((path) => path.startsWith(`${target.replace(/\/$/, "")}/`));
  return files
    .filter(({ path }) => path.endsWith(".md"))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!\w+:|#)([^)\s#]+)(?:#[^)\s]*)?\)/g)]
        .map(([, link = ""]) => link)
        .filter((link) => !exists(decodeURIComponent(new URL(link, `file:///${path}`).pathname).slice(1)))
        .map((link) => `${path}: ${link}`),
    );
}
