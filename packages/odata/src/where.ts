import { bindFilter } from "./bind-filter.js";
import { toSortableDateTime } from "./date-time.js";
import type { EntityDescription } from "./description.js";
import type { BinaryOperator, Expression, LiteralExpression, PathExpression } from "./expression.js";
import { dateFormOf } from "./literal-forms.js";
import { printFilter } from "./print-filter.js";
import { resolvePath } from "./resolve-path.js";
import type { Filter, Where } from "./where-types.js";

/**
 * Makes a builder of filters for one type of entity: a wrong path, or an operator or value that does not fit it, is an
 * error of the compiler. The description says what the type cannot: which texts are times, or ids without quotes.
 *
 * ```ts
 * const where = createWhere<Event>(description);
 * const filter = where("status").eq("failure").and(where("steps").any((step) => step("name").contains("import")));
 * ```
 * Its methods throw ODataError for what only the description knows: no such property, no time, no member of the enum.
 */
export function createWhere<Entity>(description: EntityDescription): Where<Entity> {
  return whereAt(description, undefined, 0) as unknown as Where<Entity>;
}

/** The element that a range variable stands for. */
interface Root {
  readonly variable: string;
  readonly type: string;
}

type Value = string | number | boolean | Date | null;

function whereAt(description: EntityDescription, root: Root | undefined, level: number) {
  return (path: string): PropertyCondition => new PropertyCondition(description, root, path.split("/"), level);
}

class TreeFilter implements Filter {
  readonly tree: Expression;

  constructor(tree: Expression) {
    this.tree = tree;
  }

  and(...others: readonly Filter[]): Filter {
    return this.#chain("and", others);
  }

  or(...others: readonly Filter[]): Filter {
    return this.#chain("or", others);
  }

  not(): Filter {
    return new TreeFilter({ kind: "unary", operator: "not", operand: this.tree });
  }

  toString(): string {
    return printFilter(this.tree);
  }

  #chain(operator: "and" | "or", others: readonly Filter[]): Filter {
    return new TreeFilter(
      others.reduce<Expression>((left, { tree: right }) => ({ kind: "binary", operator, left, right }), this.tree),
    );
  }
}

/** Has every method; the types show those that fit. */
class PropertyCondition {
  readonly #description: EntityDescription;
  readonly #root: Root | undefined;
  readonly #level: number;
  readonly #path: PathExpression;
  readonly #type: string;

  constructor(description: EntityDescription, root: Root | undefined, path: readonly string[], level: number) {
    this.#description = description;
    this.#root = root;
    this.#level = level;
    this.#path = { kind: "path", segments: root === undefined ? path : [root.variable, ...path] };
    this.#type = typeAt(path, description, root?.type);
  }

  eq = (value: Value): Filter => this.#compare("eq", value);
  ne = (value: Value): Filter => this.#compare("ne", value);
  gt = (value: Value): Filter => this.#compare("gt", value);
  ge = (value: Value): Filter => this.#compare("ge", value);
  lt = (value: Value): Filter => this.#compare("lt", value);
  le = (value: Value): Filter => this.#compare("le", value);
  contains = (value: string): Filter => this.#call("contains", value);
  startsWith = (value: string): Filter => this.#call("startswith", value);
  endsWith = (value: string): Filter => this.#call("endswith", value);

  in = (values: readonly Value[]): Filter => {
    const items = values.map((value) => toLiteral(value, this.#type));
    return this.#filter({ kind: "binary", operator: "in", left: this.#path, right: { kind: "list", items } });
  };

  any = (condition?: (element: unknown) => Filter): Filter => this.#lambda("any", condition);
  all = (condition: (element: unknown) => Filter): Filter => this.#lambda("all", condition);

  count = (): PropertyCondition => {
    const { segments } = this.#path;
    const path = this.#root === undefined ? segments : segments.slice(1);
    return new PropertyCondition(this.#description, this.#root, [...path.map(String), "$count"], this.#level);
  };

  #compare(operator: BinaryOperator, value: Value): Filter {
    return this.#filter({ kind: "binary", operator, left: this.#path, right: toLiteral(value, this.#type) });
  }

  #call(name: string, text: string): Filter {
    return this.#filter({ kind: "call", name, arguments: [this.#path, { kind: "literal", form: "string", text }] });
  }

  #lambda(operator: "any" | "all", condition: ((element: unknown) => Filter) | undefined): Filter {
    if (condition === undefined) return this.#filter({ kind: "lambda", operator, source: this.#path });
    const variable = `x${this.#level === 0 ? "" : this.#level}`;
    const root = { variable, type: this.#type };
    const isStructured = Object.hasOwn(this.#description.structuredTypes, this.#type);
    const level = this.#level + 1;
    const element = isStructured
      ? whereAt(this.#description, root, level)
      : new PropertyCondition(this.#description, root, [], level);
    const predicate = condition(element).tree;
    return this.#filter({ kind: "lambda", operator, source: this.#path, variable, predicate });
  }

  /** Binds what stands by itself, so that a mistake shows where it was made. */
  #filter(tree: Expression): Filter {
    if (this.#root === undefined) bindFilter(tree, this.#description);
    return new TreeFilter(tree);
  }
}

function typeAt(path: readonly string[], description: EntityDescription, start: string | undefined): string {
  if (path.length === 0) return start ?? description.type;
  if (path.at(-1) === "$count") return "Edm.Int64";
  const resolved = resolvePath(path, description, undefined, start);
  return resolved.kind === "property" ? resolved.property.type : "Edm.String";
}

/** Forms of literals that are written without quotes, or with a prefix, although they are text in JSON. */
const textForms: Readonly<Record<string, LiteralExpression["form"]>> = {
  "Edm.Guid": "guid",
  "Edm.Date": "date",
  "Edm.TimeOfDay": "timeOfDay",
  "Edm.Duration": "duration",
  "Edm.Binary": "binary",
};

function toLiteral(value: Value, type: string): LiteralExpression {
  if (value === null) return { kind: "literal", form: "null", text: "null" };
  switch (typeof value) {
    case "boolean":
      return { kind: "literal", form: "boolean", text: String(value) };
    case "number":
      return numberLiteral(value);
    case "string":
      if (type === "Edm.DateTimeOffset") return timeLiteral(value);
      return { kind: "literal", form: textForms[type] ?? "string", text: value };
    default:
      return timeLiteral(value.toISOString());
  }
}

function timeLiteral(text: string): LiteralExpression {
  const form = dateFormOf(text);
  if (form === undefined) toSortableDateTime(text);
  return { kind: "literal", form: form ?? "dateTimeOffset", text };
}

function numberLiteral(value: number): LiteralExpression {
  // Without the plus sign, which an unencoded URL would turn into a blank.
  const text = String(value).replace("Infinity", "INF").replace("e+", "e");
  const form = /^-?\d+$/.test(text) ? "integer" : /^-?\d+\.\d+$/.test(text) ? "decimal" : "double";
  return { kind: "literal", form, text };
}
