import type { Room } from "./rooms.js";

/** The arrows of the first mermaid diagram of a page, sorted: `a --> b`, and `a -.-> b` for import() only. */
export function documentedArrows(page: string): string[] {
  const [, diagram = ""] = /```mermaid\n([\s\S]*?)```/.exec(page) ?? [];
  return [...diagram.matchAll(/^\s*([\w-]+) (-->|-\.->) ([\w-]+)\s*$/gm)]
    .map(([, from, arrow, to]) => `${from} ${arrow} ${to}`)
    .sort();
}

/** The same arrows from the table, leaving out the private rooms that import everything. */
export function tableArrows(table: Readonly<Record<string, Room>>): string[] {
  return Object.entries(table)
    .filter(([name]) => name !== "conformance")
    .flatMap(([name, { imports, lazily = [] }]) => [
      ...imports.map((target) => `${name} --> ${target}`),
      ...lazily.map((target) => `${name} -.-> ${target}`),
    ])
    .sort();
}
