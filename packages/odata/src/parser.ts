import type {
  Expression,
  LambdaExpression,
  ListExpression,
  LiteralExpression,
  PathArgument,
  PathExpression,
  PathSegment,
  TypeExpression,
} from "./expression.js";
import { findFunction } from "./functions.js";
import { Lexer } from "./lexer.js";
import { limits } from "./limits.js";
import { bindingPowers, operatorOf, unaryPower } from "./operators.js";
import { overLimit, syntaxError, unexpected } from "./syntax-error.js";

const variableMark = "':' behind the variable, as in any(x:x/name eq 'a'),";

/** Function names that stand for a type test or conversion: the last argument is a type. */
const typeFunctions: ReadonlySet<string> = new Set(["cast", "isof"]);

/** A Pratt parser over one text. Its methods leave the current token behind what they read. */
export class Parser {
  readonly #lexer: Lexer;
  #depth = 0;
  #nodes = 0;
  #lambdas = 0;

  constructor(text: string) {
    if (text.length > limits.length) throw overLimit("expressionTooLong", limits.length);
    this.#lexer = new Lexer(text);
  }

  /** See {@link Lexer.steps}; tree nodes count too. */
  get steps(): number {
    return this.#lexer.steps + this.#nodes;
  }

  get token(): Lexer {
    return this.#lexer;
  }

  /** An expression up to a word or mark that cannot continue it. */
  expression(power = 0): Expression {
    this.#enter();
    let left = this.#prefix();
    let chain = 0;
    const lexer = this.#lexer;
    while (lexer.kind === "word") {
      const operator = operatorOf(lexer.value);
      if (operator === undefined) break;
      const operatorPower = bindingPowers[operator];
      if (operatorPower <= power) break;
      // A chain leans to the left, so the tree gets deeper although nothing here recurses. `and` and `or` are flattened.
      if (operatorPower > bindingPowers.and && this.#depth + ++chain > limits.depth) throw this.#tooDeep();
      const position = lexer.start;
      lexer.next();
      const right = operator === "in" ? this.#candidates() : this.expression(operatorPower);
      left = this.#count({ kind: "binary", operator, left, right, position });
    }
    this.#depth -= 1;
    return left;
  }

  /** Refuses anything that is left. */
  end(): void {
    const { kind, start, text } = this.#lexer;
    if (kind !== "end") throw unexpected("An operator or the end", text, start);
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > limits.depth) throw this.#tooDeep();
  }

  #tooDeep(): Error {
    return overLimit("expressionTooDeep", limits.depth, this.#lexer.start);
  }

  #count<Node extends Expression>(node: Node): Node {
    this.#nodes += 1;
    if (this.#nodes > limits.nodes) throw overLimit("expressionTooLarge", limits.nodes, this.#lexer.start);
    return node;
  }

  #refuse(code: "expressionExpected" | "identifierExpected" | "closeOrOperatorExpected" | "closeOrCommaExpected") {
    return syntaxError(code, this.#lexer.text, this.#lexer.start);
  }

  #close(code: "closeOrOperatorExpected" | "closeOrCommaExpected"): void {
    if (!this.#lexer.is(")")) throw this.#refuse(code);
    this.#lexer.next();
  }

  #prefix(): Expression {
    const lexer = this.#lexer;
    const position = lexer.start;
    switch (lexer.kind) {
      case "literal":
        return this.#literal();
      case "word":
        return this.#word();
      case "mark":
        if (lexer.value === "(") {
          lexer.next();
          const inner = this.expression();
          this.#close("closeOrOperatorExpected");
          return inner;
        }
        if (lexer.value === "-") {
          lexer.next();
          return this.#count({ kind: "unary", operator: "negate", operand: this.expression(unaryPower), position });
        }
        if (lexer.value === "[") return this.#array();
        if (lexer.value === "{") return this.#object();
    }
    throw this.#refuse("expressionExpected");
  }

  #literal(): LiteralExpression {
    const { form, value, type, start } = this.#lexer;
    this.#lexer.next();
    const node = { kind: "literal", form, text: value, position: start } as const;
    return this.#count(type === undefined ? node : { ...node, type });
  }

  #word(): Expression {
    const lexer = this.#lexer;
    const { value, start } = lexer;
    switch (value.length <= 5 ? value.toLowerCase() : "") {
      case "not":
        lexer.next();
        return this.#count({
          kind: "unary",
          operator: "not",
          operand: this.expression(unaryPower),
          position: start,
        });
      case "true":
      case "false":
        lexer.next();
        return this.#count({ kind: "literal", form: "boolean", text: value.toLowerCase(), position: start });
    }
    if (value === "null" || value === "INF" || value === "NaN") {
      lexer.next();
      return this.#count({ kind: "literal", form: value === "null" ? "null" : "double", text: value, position: start });
    }
    if (lexer.isBeforeParenthesis()) {
      const name = findFunction(value)?.name;
      if (name !== undefined) return this.#call(name, start);
    }
    return this.#path();
  }

  #call(name: string, position: number): Expression {
    const lexer = this.#lexer;
    lexer.next();
    lexer.next();
    const values: Expression[] = [];
    // `case` parts conditions from values by colons.
    const isCase = name === "case";
    for (let separator = ""; !(separator === "" && lexer.is(")")); ) {
      values.push(typeFunctions.has(name) ? (this.#typeName() ?? this.expression()) : this.expression());
      separator = isCase && values.length % 2 === 1 ? ":" : ",";
      if (!lexer.is(separator)) break;
      lexer.next();
    }
    if (isCase && (values.length === 0 || values.length % 2 === 1)) throw this.#refuse("expressionExpected");
    this.#close("closeOrCommaExpected");
    return this.#count({ kind: "call", name, arguments: values, position });
  }

  /** The type at the end of `cast` and `isof`; undefined where an expression comes first. */
  #typeName(): TypeExpression | undefined {
    const lexer = this.#lexer;
    if (lexer.kind !== "word") return undefined;
    const { value, start, end, text } = lexer;
    const rest = /^[ \t]*\)/;
    const collection = /^Collection\(([\w.]{1,256})\)[ \t]*\)/.exec(text.slice(start, start + 300));
    if (collection === null && !rest.test(text.slice(end, end + 50))) return undefined;
    lexer.next();
    if (collection === null) return this.#count({ kind: "type", name: value, position: start });
    lexer.next();
    lexer.next();
    this.#close("closeOrCommaExpected");
    return this.#count({ kind: "type", name: collection[1] ?? "", collection: true, position: start });
  }

  /** What follows `in`: literals in parentheses, or one operand. */
  #candidates(): Expression {
    const lexer = this.#lexer;
    if (!lexer.is("(")) return this.expression(bindingPowers.in);
    const position = lexer.start;
    lexer.next();
    const items: LiteralExpression[] = [];
    if (!lexer.is(")")) {
      const first = this.expression();
      if (first.kind !== "literal") {
        this.#close("closeOrOperatorExpected");
        return first;
      }
      items.push(first);
      while (lexer.is(",")) {
        lexer.next();
        const item = this.#prefix();
        if (item.kind !== "literal") throw syntaxError("expressionExpected", lexer.text, item.position ?? position);
        items.push(item);
      }
    }
    this.#close("closeOrCommaExpected");
    return this.#count({ kind: "list", items, position } satisfies ListExpression);
  }

  #path(): PathExpression | LambdaExpression {
    const lexer = this.#lexer;
    const position = lexer.start;
    const segments: PathSegment[] = [];
    const path: PathExpression = { kind: "path", segments, position };
    for (;;) {
      if (lexer.kind !== "word") throw this.#refuse("identifierExpected");
      if (segments.length === limits.segments) throw overLimit("pathTooLong", limits.segments, lexer.start);
      const { value, start } = lexer;
      const hasArguments = lexer.isBeforeParenthesis();
      const operator = hasArguments && value.length === 3 ? value.toLowerCase() : "";
      lexer.next();
      if (operator === "any" || operator === "all") {
        if (segments.length === 0) throw this.#refuse("closeOrOperatorExpected");
        return this.#lambda(operator, this.#count(path), start);
      }
      segments.push(hasArguments ? { name: value, arguments: this.#arguments() } : value);
      // A key may follow a function or filter at once.
      while (hasArguments && lexer.is("(") && lexer.text.charCodeAt(lexer.start - 1) === 41) {
        if (segments.length === limits.segments) throw overLimit("pathTooLong", limits.segments, lexer.start);
        segments.push({ name: "", arguments: this.#arguments() });
      }
      if (!lexer.is("/")) break;
      lexer.next();
    }
    // A qualified name alone is a type: something of that type has to follow.
    const [only] = segments;
    if (segments.length === 1 && typeof only === "string" && only.includes(".") && !only.startsWith("@")) {
      throw syntaxError("identifierExpected", lexer.text, position + only.length);
    }
    return this.#count(path);
  }

  /** Arguments in parentheses, named or not, apart by `,` or `;`. */
  #arguments(): PathArgument[] {
    const lexer = this.#lexer;
    const values: PathArgument[] = [];
    lexer.next();
    if (!lexer.is(")")) {
      for (;;) {
        const name = lexer.kind === "word" && lexer.text.charCodeAt(lexer.end) === 61 ? lexer.value : undefined;
        if (name !== undefined) {
          lexer.next();
          lexer.next();
        }
        const value = this.expression();
        values.push(name === undefined ? { value } : { name, value });
        if (!lexer.is(",") && !lexer.is(";")) break;
        lexer.next();
      }
    }
    this.#close("closeOrCommaExpected");
    return values;
  }

  #lambda(operator: "any" | "all", source: PathExpression, position: number): LambdaExpression {
    const lexer = this.#lexer;
    lexer.next();
    if (operator === "any" && lexer.is(")")) {
      lexer.next();
      return this.#count({ kind: "lambda", operator, source, position });
    }
    this.#lambdas += 1;
    if (this.#lambdas > limits.lambdas) throw overLimit("lambdaTooDeep", limits.lambdas, position);
    const variable = lexer.value;
    if (lexer.kind !== "word" || /[.$@#]/.test(variable)) throw this.#refuse("identifierExpected");
    lexer.next();
    if (!lexer.is(":")) throw unexpected(variableMark, lexer.text, lexer.start);
    lexer.next();
    const predicate = this.expression();
    this.#close("closeOrOperatorExpected");
    this.#lambdas -= 1;
    return this.#count({ kind: "lambda", operator, source, variable, predicate, position });
  }

  #array(): Expression {
    const lexer = this.#lexer;
    const position = lexer.start;
    const items: Expression[] = [];
    lexer.next();
    while (!lexer.is("]")) {
      if (items.length > 0) {
        if (!lexer.is(",")) throw unexpected("',' or ']'", lexer.text, lexer.start);
        lexer.next();
      }
      items.push(this.#jsonValue());
    }
    lexer.next();
    return this.#count({ kind: "array", items, position });
  }

  #object(): Expression {
    const lexer = this.#lexer;
    const position = lexer.start;
    const members: { name: string; value: Expression }[] = [];
    lexer.next();
    while (!lexer.is("}")) {
      if (members.length > 0) {
        if (!lexer.is(",")) throw unexpected("',' or '}'", lexer.text, lexer.start);
        lexer.next();
      }
      if (lexer.kind !== "json") throw this.#refuse("identifierExpected");
      const name = lexer.value;
      lexer.next();
      if (!lexer.is(":")) throw unexpected("':'", lexer.text, lexer.start);
      lexer.next();
      members.push({ name, value: this.#jsonValue() });
    }
    lexer.next();
    return this.#count({ kind: "object", members, position });
  }

  #jsonValue(): Expression {
    const { kind, value, start } = this.#lexer;
    if (kind !== "json") return this.expression();
    this.#lexer.next();
    return this.#count({ kind: "literal", form: "string", text: value, position: start });
  }
}
