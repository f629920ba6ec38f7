import type { BoundPath } from "@org/odata";
import type { StoredSummary } from "./store.js";

/** What is chosen of one object: a property as it is, or parts of it. */
type Selection = ReadonlyMap<string, Selection | "whole">;

/** The members chosen by a `$select`, of one summary after another. */
export type Project = (summary: StoredSummary) => StoredSummary;

/**
 * Cuts summaries to the properties chosen, in the order asked for. A nested path gives that part of its parent, and null when
 * the parent is; what the view does not have is left out.
 */
export function createProject(select: readonly BoundPath[]): Project {
  const selection = toSelection(select.map(({ segments }) => segments));
  return ({ etag, members }) => {
    const summary: unknown = JSON.parse(`{${Buffer.from(members.buffer, members.byteOffset, members.byteLength)}`);
    return { etag, members: Buffer.from(JSON.stringify(cut(summary, selection)).slice(1)) };
  };
}

function toSelection(paths: readonly (readonly string[])[]): Selection {
  const selection = new Map<string, Selection | "whole">();
  for (const [name, ...rest] of paths) {
    if (name === undefined || selection.has(name)) continue;
    const same = paths.filter(([first]) => first === name).map((path) => path.slice(1));
    const isWhole = rest.length === 0 || same.some(({ length }) => length === 0);
    selection.set(name, isWhole ? "whole" : toSelection(same));
  }
  return selection;
}

function cut(value: unknown, selection: Selection): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const chosen = [...selection].flatMap(([name, inner]) => {
    if (!Object.hasOwn(value, name)) return [];
    const member = (value as Readonly<Record<string, unknown>>)[name];
    return [[name, inner === "whole" ? member : cut(member, inner)] as const];
  });
  return Object.fromEntries(chosen);
}
