import ts from "typescript";
import type { WorkspaceFile } from "./workspace.js";

/**
 * How a module is reached: `static` runs it at once, `dynamic` when the statement is reached, `type` never.
 * An `import { type T }` counts as static: with verbatimModuleSyntax the import itself stays in the output.
 */
export type ImportKind = "static" | "dynamic" | "type";

export interface Import {
  readonly kind: ImportKind;
  /** Undefined where the module's name is computed, so that no reader can tell where the arrow points. */
  readonly specifier: string | undefined;
  readonly line: number;
}

export function isSource(path: string): boolean {
  return /\.([cm]?[jt]s|[jt]sx)$/.test(path);
}

export function parse(file: WorkspaceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest);
}

/** Every way this file names another module: import and export declarations, `import()`, types, `require`. */
export function importsOf(file: WorkspaceFile): Import[] {
  const source = parse(file);
  const found: Import[] = [];
  const add = (kind: ImportKind, node: ts.Node, target: ts.Node | undefined): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ kind, specifier: target && ts.isStringLiteralLike(target) ? target.text : undefined, line });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.importClause?.isTypeOnly ? "type" : "static", node, node.moduleSpecifier);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node.isTypeOnly ? "type" : "static", node, node.moduleSpecifier);
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node.isTypeOnly ? "type" : "static", node, node.moduleReference.expression);
    } else if (ts.isImportTypeNode(node)) {
      add("type", node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument);
    } else if (ts.isCallExpression(node)) {
      const kind = callKind(node.expression);
      if (kind) add(kind, node, node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function callKind(callee: ts.Expression): ImportKind | undefined {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return "dynamic";
  if (ts.isIdentifier(callee)) return callee.text === "require" ? "static" : undefined;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "resolve") return undefined;
  // A path asked of the resolver is run later, by a child process or by import().
  const owner = callee.expression;
  return ts.isMetaProperty(owner) || (ts.isIdentifier(owner) && owner.text === "require") ? "dynamic" : undefined;
}
