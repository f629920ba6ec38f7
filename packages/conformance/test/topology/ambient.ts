import ts from "typescript";
import { isSource, parse } from "./imports.js";
import type { WorkspaceFile } from "./workspace.js";

/** What a file may take from its surroundings, and why it is the one to do so. */
export interface AmbientUse {
  readonly names: readonly string[];
  readonly reason: string;
}

/** The files in which the clock, randomness and the process come in. Everything else is given them. */
const ambientUses: Readonly<Record<string, AmbientUse>> = {
  "apps/cli/src/bin.ts": {
    names: ["process", "new Date()"],
    reason: "the program: hands the process's streams and the clock to main",
  },
  "apps/mock-server/src/bin.ts": { names: ["process"], reason: "the program: arguments and exit code" },
  "apps/mock-server/src/program/command-line.ts": {
    names: ["process"],
    reason: "runs the program in this process, as its documentation says; help and version load nothing else",
  },
  "apps/mock-server/src/program/process-host.ts": {
    names: ["process", "new Date()", "performance"],
    reason: "the program's host, built from the process",
  },
  "apps/mock-server/src/options.ts": { names: ["new Date()", "randomUUID"], reason: "defaults of `now` and `newId`" },
  "packages/client/src/settings.ts": {
    names: ["Date.now", "Math.random", "randomUUID"],
    reason: "defaults of `now`, `random` and `newRequestId`",
  },
  "packages/store/src/open-store.ts": {
    names: ["randomBytes", "performance"],
    reason: "defaults of `randomBytes` and `clock`",
  },
};

const globals = new Set(["process", "console", "performance"]);
const members = new Set(["Date.now", "Math.random"]);
const makersOfRandomness = new Set(["randomUUID", "randomBytes", "randomInt", "getRandomValues"]);

/** The clock, randomness, the console and the process, taken from thin air in what is published. */
export function ambientReads(
  files: readonly WorkspaceFile[],
  allowed: Readonly<Record<string, AmbientUse>> = ambientUses,
): string[] {
  return files
    .filter(({ path }) => isSource(path) && isPublished(path))
    .flatMap((file) =>
      readsOf(file)
        .filter(({ name }) => !allowed[file.path]?.names.includes(name))
        .map(({ name, line }) => `${file.path}:${line}: reads ${name}; take it as an argument`),
    );
}

/** Permissions that no file needs any more. */
export function staleAmbientUses(
  files: readonly WorkspaceFile[],
  allowed: Readonly<Record<string, AmbientUse>> = ambientUses,
): string[] {
  return Object.entries(allowed).flatMap(([path, { names }]) => {
    const file = files.find((one) => one.path === path);
    const read = new Set(file === undefined ? [] : readsOf(file).map(({ name }) => name));
    return names.filter((name) => !read.has(name)).map((name) => `${path} may read ${name} and does not`);
  });
}

function isPublished(path: string): boolean {
  return /^(packages|apps)\/[^/]+\/src\//.test(path) && !path.startsWith("packages/conformance/");
}

interface Read {
  readonly name: string;
  readonly line: number;
}

function readsOf(file: WorkspaceFile): Read[] {
  const source = parse(file);
  const own = new Set<string>();
  const found: Read[] = [];
  const add = (node: ts.Node, name: string): void => {
    found.push({ name, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
  };
  const visit = (node: ts.Node, parent: ts.Node): void => {
    // A variable or parameter of that name is the file's own; an import is not.
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) && node.name) {
      if (ts.isIdentifier(node.name)) own.add(node.name.text);
    }
    const name = ambientName(node, parent);
    if (name !== undefined) add(node, name);
    ts.forEachChild(node, (child) => visit(child, node));
  };
  visit(source, source);
  return found.filter(({ name }) => !own.has(name));
}

function ambientName(node: ts.Node, parent: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && isNamed(node.expression, "Date") && !node.arguments?.length) return "new Date()";
  if (ts.isCallExpression(node) && isNamed(node.expression, "Date")) return "Date()";
  if (ts.isPropertyAccessExpression(node)) {
    const object = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
    const name = ts.isIdentifier(object) ? `${object.text}.${node.name.text}` : "";
    if (members.has(name)) return name;
    if (isNamed(node.expression, "globalThis") && globals.has(node.name.text)) return node.name.text;
    return isNamed(object, "crypto") && makersOfRandomness.has(node.name.text) ? node.name.text : undefined;
  }
  if (!ts.isIdentifier(node)) return undefined;
  // `import process from "node:process"` and `import { randomUUID } from "node:crypto"` are the same by another road.
  if (ts.isImportSpecifier(parent))
    return makersOfRandomness.has((parent.propertyName ?? parent.name).text) ? node.text : undefined;
  return isValue(node, parent) && globals.has(node.text) ? node.text : undefined;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

/** Whether an identifier stands for a value: not a property's or a declaration's name, and no type. */
function isValue(node: ts.Identifier, parent: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent))
    return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isImportClause(parent)) return true;
  return ts.isExpression(parent) || ts.isStatement(parent) || ts.isSpreadAssignment(parent);
}
