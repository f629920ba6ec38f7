import type { BoundCall, BoundComparison, BoundExpression, BoundFunction, BoundIn, BoundProperty } from "@org/odata";
import { mergeEqualities } from "./merge-equalities.js";
import { findServed, isMoment, isNull } from "./nodes.js";
import type { PropertyKind } from "./sql-dialect.js";
import { isQualified, kindOf } from "./value-kind.js";

/** A property that a condition reads, and as what. */
export interface PropertyRead {
  readonly property: BoundProperty;
  readonly kind: PropertyKind;
}

/** What a condition reads of the summary, or of the element that a range variable stands for, by key. */
export interface Reads {
  readonly properties: ReadonlyMap<string, PropertyRead>;
  /** The keys of those read more than once. */
  readonly repeated: ReadonlySet<string>;
  /** Functions of a property that occur more than once. */
  readonly calls: ReadonlyMap<string, BoundCall>;
}

/** Functions of one text that cost more than reading it, and use it more than once. */
const costly: ReadonlySet<BoundFunction> = new Set(["tolower", "toupper", "length", "substring"]);

export function propertyKey({ property, kind }: PropertyRead): string {
  return `${kind} ${property.segments.join("/")}`;
}

/** The key of a function of one property; undefined of any other call. */
export function callKey({ name, arguments: [text, second] }: BoundCall): string | undefined {
  if (second !== undefined || text?.kind !== "property" || !costly.has(name)) return undefined;
  return `${name} ${propertyKey({ property: text, kind: kindOf(text.type) })}`;
}

/** Counts what a condition reads, so that what is read again can be computed once for each row. */
export function countReads(condition: BoundExpression, variable: string | undefined): Reads {
  const counter = new ReadCounter(variable);
  counter.walk(condition);
  const { properties, counts, calls } = counter;
  const isRepeated = (key: string) => (counts.get(key) ?? 0) > 1;
  return {
    properties,
    repeated: new Set([...properties.keys()].filter(isRepeated)),
    calls: new Map([...calls].filter(([key]) => isRepeated(key))),
  };
}

class ReadCounter {
  readonly properties = new Map<string, PropertyRead>();
  readonly calls = new Map<string, BoundCall>();
  readonly counts = new Map<string, number>();
  readonly #variable: string | undefined;
  /** Inside an any or all: what is read from outside of it is read for each element. */
  #isInside = false;

  constructor(variable: string | undefined) {
    this.#variable = variable;
  }

  walk(node: BoundExpression): void {
    switch (node.kind) {
      case "literal":
      case "count":
        break;
      case "property":
        this.#read(node, kindOf(node.type), 1);
        break;
      case "logical":
        for (const operand of mergeEqualities(node)) this.walk(operand);
        break;
      case "not":
      case "negate":
        this.walk(node.operand);
        break;
      case "comparison":
        this.#comparison(node);
        break;
      case "in":
        this.#in(node);
        break;
      case "arithmetic":
        this.walk(node.left);
        this.walk(node.right);
        break;
      case "call":
        this.#call(node);
        break;
      case "lambda":
        if (node.predicate === undefined) break;
        this.#isInside = true;
        this.walk(node.predicate);
        this.#isInside = false;
    }
  }

  #comparison({ operator, left, right }: BoundComparison): void {
    const [side, literal] = left.kind === "literal" ? [right, left] : [left, right];
    const isEquality = operator === "eq" || operator === "ne";
    if (isEquality && literal.kind === "literal" && findServed(side, literal) !== undefined) return;
    if (isEquality && isNull(literal)) {
      this.#nullTest(side);
    } else {
      this.walk(left);
      this.walk(right);
    }
  }

  #in({ operand, values }: BoundIn): void {
    const first = values.find((value) => !isNull(value)) ?? values[0];
    if (first !== undefined && findServed(operand, first) !== undefined) return;
    if (first !== undefined && isNull(first)) this.#nullTest(operand);
    else this.walk(operand);
  }

  #nullTest(side: BoundExpression): void {
    if (side.kind === "property" && isQualified(side.type)) this.#read(side, "presence", 1);
    else this.walk(side);
  }

  #call(node: BoundCall): void {
    const [text, ...others] = node.arguments;
    for (const other of others) this.walk(other);
    if (text?.kind !== "property" || !costly.has(node.name)) {
      if (text !== undefined) this.walk(text);
      return;
    }
    this.#read(text, kindOf(text.type), 2);
    const key = callKey(node);
    if (key === undefined || text.variable !== this.#variable) return;
    this.calls.set(key, node);
    this.#count(key, 1);
  }

  #read(property: BoundProperty, kind: PropertyKind, uses: number): void {
    if (property.variable !== this.#variable || isMoment(property)) return;
    const read = { property, kind };
    const key = propertyKey(read);
    this.properties.set(key, read);
    this.#count(key, uses);
  }

  #count(key: string, uses: number): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + (this.#isInside ? 2 * uses : uses));
  }
}
