/** Far beyond what an event nests, and far below where writing JSON runs out of stack. */
const deepest = 1000;

/**
 * Why a value read from JSON cannot be sent as it was written; undefined when it can. A number beyond the range of
 * numbers is read as Infinity and would be written as null, which clears what is stored.
 */
export function findUnsendable(root: object): string | undefined {
  // No recursion: how deep the value is nested is the question.
  const left: { readonly value: object; readonly path: readonly string[] }[] = [{ value: root, path: [] }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    for (const [name, value] of Object.entries(next.value) as [string, unknown][]) {
      if (typeof value === "number" && !Number.isFinite(value)) {
        return `${[...next.path, name].join("/")} is a number larger than any that can be sent`;
      }
      if (typeof value !== "object" || value === null) continue;
      if (next.path.length + 1 >= deepest) return `is nested deeper than ${deepest} levels`;
      left.push({ value, path: [...next.path, name] });
    }
  }
  return undefined;
}
