import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { WorkspacePackage } from "./workspace.js";

/** `packages/client/src/options.ts: ListOptions has no TSDoc` for every exported name that says nothing about itself. */
export function undocumentedNames(packages: readonly WorkspacePackage[], root: string): string[] {
  const entries = packages.flatMap(({ folder, manifest }) =>
    Object.values(manifest.exports ?? {}).flatMap((entry) => {
      const source = typeof entry === "object" && entry !== null ? Reflect.get(entry, "@org/source") : undefined;
      return typeof source === "string" ? [join(root, folder, source)] : [];
    }),
  );
  return undocumentedExports(entries, root);
}

/** The same for entries given by their files. */
export function undocumentedExports(entries: readonly string[], root: string): string[] {
  const missing = entries.filter((entry) => !existsSync(entry));
  if (missing.length > 0) throw new Error(`There is no ${missing.join(", ")}`);
  const program = ts.createProgram(entries, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    customConditions: ["@org/source"],
    types: [],
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const found = entries.flatMap((entry) => {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    return module === undefined ? [] : checker.getExportsOfModule(module);
  });
  const lines = found.flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const declarations = symbol.getDeclarations() ?? [];
    // Of a constant and a type that share a name, one comment tells what both are.
    if (symbol.getDocumentationComment(checker).length > 0) return [];
    const file = declarations[0]?.getSourceFile().fileName ?? "?";
    return [`${file.startsWith(root) ? file.slice(root.length) : file}: ${symbol.name} has no TSDoc`];
  });
  return [...new Set(lines)].sort();
}
