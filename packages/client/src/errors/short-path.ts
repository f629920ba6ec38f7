const maxPath = 1000;

/** The beginning of a path for a message: one with a long filter is no text to read; the error's `path` has it all. */
export function shortPath(path: string): string {
  return path.length > maxPath ? `${path.slice(0, maxPath)}…` : path;
}
