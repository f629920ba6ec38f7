import type { WorkspaceFile } from "./workspace.js";

// A path that only exists on the machine of whoever wrote it. What stands before keeps web paths out.
const machinePath =
  /(?<![\w.\-$})*])(?:\/(?:root|tmp|work|home\/[\w.-]+|Users\/[\w.-]+)\/[\w.@-]+|[A-Z]:\\{1,2}Users\\)/;

const address = /\bhttps?:\/\/([^/\s"'`<>)]+)([^\s"'`<>)]*)/g;
const bareRegistry = /\bregistry\.[a-z\d-]+\.(org|com|net|io|dev|cn)\b/;
const downloadHosts =
  /(^|\.)(registry\.[a-z\d.-]+|unpkg\.com|jsdelivr\.net|esm\.sh|codeload\.github\.com|raw\.githubusercontent\.com|npm\.pkg\.github\.com)$/;
const archive = /\.(tgz|tar\.gz|tar\.xz|zip|exe|msi|deb|rpm|whl)$|\/releases\/download\//;
// Names that resolve nowhere, kept free for examples and tests (RFC 2606), and this machine itself.
const harmless = /(^|\.)(invalid|example|test|localhost)$|^127\.0\.0\.1$/;

/** Lines that name a place on one machine. */
export function machinePaths(files: readonly WorkspaceFile[]): string[] {
  return eachLine(files, (line) => machinePath.exec(line)?.[0]);
}

/** Lines that name a package registry or something to download; where packages come from is the user's choice. */
export function downloadAddresses(files: readonly WorkspaceFile[]): string[] {
  return eachLine(files, (line, path) => {
    for (const [found, authority = "", rest = ""] of line.matchAll(address)) {
      const host = authority.replace(/^.*@/, "").replace(/:\d+$/, "");
      if (harmless.test(host)) continue;
      const inLockFile = /(^|\/)(pnpm-lock\.yaml|package-lock\.json|\.npmrc)$/.test(path);
      if (inLockFile || downloadHosts.test(host) || archive.test(rest.replace(/[?#].*$/, ""))) return found;
    }
    return bareRegistry.exec(line.replaceAll(address, ""))?.[0];
  });
}

function eachLine(files: readonly WorkspaceFile[], find: (line: string, path: string) => string | undefined): string[] {
  return files
    .filter(({ text }) => !text.includes("\0"))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => {
        const found = find(line, path);
        return found === undefined ? [] : [`${path}:${index + 1}: ${found}`];
      }),
    );
}
