import type { BoundArithmetic, BoundCall, BoundComparison, BoundExpression, BoundLambda } from "@org/odata";
import { StoreError } from "../store-error.js";
import { mergeEqualities } from "./merge-equalities.js";
import { findServed, isMoment, isNull } from "./nodes.js";
import { callKey, propertyKey } from "./repeated-reads.js";
import { isQualified, kindOf } from "./value-kind.js";

/** How deep expressions may be inside one another: what a parsed filter can reach, and what databases take. */
const deepest = 100;

/**
 * Milliseconds of processor time that asking one summary may take, when it is the worst that the models let pass: 1 MiB in
 * all, 5,000 elements in a collection, 256 KiB in a text. What stands below was measured so, on SQLite.
 */
const mostWork = 100;

const work = {
  /** A function of a text of the summary. */
  search: 3,
  changeCase: 10,
  substring: 15,
  trim: 20,
  otherFunction: 1,
  /** An undeclared property, among as many as a document can hold. */
  dynamic: 1.5,
  condition: 0.03,
  /** A member of an enum in lower case, for a comparison with a known one. */
  fold: 0.6,
  /** A collection, and of all its elements together: one property, one condition, one function. */
  collection: 12,
  elementProperty: 4,
  elementCondition: 0.5,
  elementFold: 2.5,
  elementSearch: 3,
  elementLongSearch: 12,
  elementFunction: 40,
} as const;

/** How many texts of full length may be put together. */
const mostTexts = 4;

/** Characters of a text up to which it is searched for so fast in every element. */
const shortSearch = 64;

/**
 * Refuses a filter whose work on a single summary could be long, whatever the summary holds. What people write is far from
 * it: some dozen searches, one `any` or `all` with a hundred conditions, a thousand ids.
 * @throws StoreError `unsupportedQuery`.
 */
export function guardWork(filter: BoundExpression): void {
  if (depthOf(filter) > deepest) {
    throw refusal(`holds expressions nested deeper than ${deepest} levels`, "Take it apart into several filters.");
  }
  const meter = new WorkMeter();
  meter.measure(filter);
  if (meter.total <= mostWork) return;
  throw refusal(
    "would take too long on a summary with many steps, properties or long texts",
    "Use fewer text functions, fewer undeclared properties, or fewer conditions inside any and all.",
  );
}

class WorkMeter {
  total = 0;
  /** The range variable of the any or all that is being measured. */
  #variable: string | undefined;
  /** What is computed once, however often it is named. */
  readonly #computed = new Set<string>();

  measure(node: BoundExpression): void {
    switch (node.kind) {
      case "property": {
        const cost = this.#variable !== undefined && node.variable !== undefined ? work.elementProperty : undefined;
        const dynamic = node.dynamic === true ? work.dynamic : 0;
        this.#once(`${node.variable} ${propertyKey({ property: node, kind: kindOf(node.type) })}`, cost ?? dynamic);
        break;
      }
      case "logical":
        for (const operand of mergeEqualities(node)) this.measure(operand);
        break;
      case "comparison":
        if (this.#isInside) refuseFoldingOf(node);
        this.total += this.#isInside ? work.elementCondition : work.condition;
        if (isQualified(node.operandType)) this.#folding(node.left, node.right);
        break;
      case "in": {
        this.total += this.#isInside ? work.elementCondition : work.condition;
        this.total += node.values.length * work.condition;
        const known = node.values.find((value) => !isNull(value));
        if (known !== undefined && isQualified(node.operandType)) this.#folding(node.operand, known);
        break;
      }
      case "arithmetic":
        this.#arithmetic(node);
        break;
      case "call":
        this.#call(node);
        return;
      case "lambda":
        this.#lambda(node);
        return;
    }
    if (node.kind !== "logical") for (const child of childrenOf(node)) this.measure(child);
  }

  get #isInside(): boolean {
    return this.#variable !== undefined;
  }

  #once(key: string, cost: number): void {
    if (this.#computed.has(key)) return;
    this.#computed.add(key);
    this.total += cost;
  }

  /** Members of enums that are not known may be long, and are mapped to lower case for each comparison. */
  #folding(left: BoundExpression, right: BoundExpression): void {
    const [side, literal] = left.kind === "literal" ? [right, left] : [left, right];
    if (literal.kind !== "literal") this.total += 2 * (this.#isInside ? work.elementFunction : work.changeCase);
    else if (!isNull(literal) && findServed(side, literal) === undefined) {
      this.total += this.#isInside ? work.elementFold : work.fold;
    }
  }

  /** A summary has no room for more than four texts of full length. */
  #mappingCost(node: BoundCall): number {
    const known = [...this.#computed].filter((key) => key.startsWith(`undefined ${node.name} `)).length;
    return known < mostTexts ? summaryWorkOf(node) : work.otherFunction;
  }

  #arithmetic({ operator, left }: BoundArithmetic): void {
    const isFunction = operator === "div" || operator === "mod" || left.type === "Edm.DateTimeOffset";
    if (this.#isInside) this.total += isFunction ? work.elementFunction : work.elementCondition;
    else this.total += work.condition;
  }

  #call(node: BoundCall): void {
    const [text] = node.arguments;
    const key = callKey(node);
    if (key !== undefined && text?.kind === "property") {
      const cost = text.variable === undefined ? this.#mappingCost(node) : work.elementFunction;
      this.#once(`${text.variable} ${key}`, cost);
      this.measure(text);
      return;
    }
    if (this.#isInside && node.arguments.some(readsSummary)) {
      throw refusal(
        `calls ${node.name} with a property of the summary for each element of a collection`,
        "Compare the element with a value instead.",
      );
    }
    const texts = textsIn(node);
    if (texts > mostTexts) {
      throw refusal(
        `puts more than ${mostTexts} properties together into one text`,
        "Compare the properties one by one.",
      );
    }
    this.total += this.#isInside ? elementWorkOf(node) : summaryWorkOf(node) * Math.max(1, texts);
    for (const argument of node.arguments) this.measure(argument);
  }

  #lambda({ collection, variable, predicate }: BoundLambda): void {
    if (this.#isInside && collection.variable === undefined) {
      throw refusal(
        "holds an any or all over a collection of the summary inside another",
        "Combine the two with and or or, side by side.",
      );
    }
    this.total += work.collection;
    if (predicate === undefined) return;
    const outer = this.#variable;
    this.#variable = variable;
    // Another any or all may have a variable of the same name.
    for (const key of this.#computed) if (key.startsWith(`${variable} `)) this.#computed.delete(key);
    this.measure(predicate);
    this.#variable = outer;
  }
}

const searches: ReadonlySet<string> = new Set(["contains", "startswith", "indexof"]);
const ofTexts: ReadonlySet<string> = new Set(["tolower", "toupper", "length", "substring", "endswith"]);
const ofNumbers: ReadonlySet<string> = new Set(["round", "floor", "ceiling"]);

function elementWorkOf({ name, arguments: [, part] }: BoundCall): number {
  if (searches.has(name)) {
    if (part?.kind !== "literal") return work.elementFunction;
    return String(part.value).length > shortSearch ? work.elementLongSearch : work.elementSearch;
  }
  if (ofTexts.has(name) || ofNumbers.has(name) || name === "trim") return work.elementFunction;
  return name === "concat" ? work.elementSearch : work.elementCondition;
}

function summaryWorkOf({ name }: BoundCall): number {
  if (searches.has(name)) return work.search;
  if (name === "tolower" || name === "toupper") return work.changeCase;
  if (name === "substring" || name === "trim") return work[name];
  return ofTexts.has(name) || name === "concat" ? work.otherFunction : work.condition;
}

/** Members of enums that are not known may be long, and both sides are mapped to lower case. */
function refuseFoldingOf({ left, right, operandType }: BoundComparison): void {
  if (!isQualified(operandType) || left.kind === "literal" || right.kind === "literal") return;
  if (!readsSummary(left) && !readsSummary(right)) return;
  const what = "compares a member of an enum in the summary with each element of a collection";
  throw refusal(what, "Compare the element with a value instead.");
}

/** How many properties' texts a value may hold. */
function textsIn(node: BoundExpression): number {
  if (node.kind === "property") return node.type === "Edm.DateTimeOffset" ? 0 : 1;
  if (node.kind !== "call") return 0;
  const [first, second] = node.arguments;
  const texts = first === undefined ? 0 : textsIn(first);
  return node.name === "concat" && second !== undefined ? texts + textsIn(second) : texts;
}

function readsSummary(node: BoundExpression): boolean {
  if (node.kind === "property") return node.variable === undefined && !isMoment(node);
  return childrenOf(node).some(readsSummary);
}

function depthOf(root: BoundExpression): number {
  let depth = 0;
  for (let level: readonly BoundExpression[] = [root]; level.length > 0 && depth <= deepest; depth += 1) {
    level = level.flatMap(childrenOf);
  }
  return depth;
}

function childrenOf(node: BoundExpression): readonly BoundExpression[] {
  switch (node.kind) {
    case "literal":
    case "property":
    case "count":
      return [];
    case "logical":
      return node.operands;
    case "not":
    case "negate":
    case "in":
      return [node.operand];
    case "comparison":
    case "arithmetic":
      return [node.left, node.right];
    case "call":
      return node.arguments;
    case "lambda":
      return node.predicate === undefined ? [] : [node.predicate];
  }
}

function refusal(what: string, advice: string): StoreError {
  return new StoreError("unsupportedQuery", `The filter ${what}. ${advice}`);
}
