import fc from "fast-check";
import type { Expression, LiteralExpression, PathExpression } from "../src/index.js";

/** The tree without positions: what two texts of one meaning share. */
export function withoutPositions(tree: Expression): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === "position" ? undefined : value)));
}

const taken = new Set(["not", "true", "false", "null", "INF", "NaN"]);
const identifier = fc
  .oneof(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/), fc.constantFrom("and", "in", "any", "Zoë", "名前", "asc"))
  .filter((name) => !taken.has(name) && !taken.has(name.toLowerCase()));
const qualified = fc.array(identifier, { minLength: 2, maxLength: 3 }).map((parts) => parts.join("."));

const literal: fc.Arbitrary<LiteralExpression> = fc
  .oneof(
    fc.record({ form: fc.constant("string" as const), text: fc.string({ unit: "binary" }) }),
    fc.constantFrom({ form: "string" as const, text: "'" }, { form: "string" as const, text: "O'Neil" }),
    fc.constantFrom({ form: "null" as const, text: "null" }, { form: "boolean" as const, text: "true" }),
    fc.record({ form: fc.constant("integer" as const), text: fc.maxSafeInteger().map(String) }),
    fc.record({
      form: fc.constant("decimal" as const),
      text: fc.constantFrom("0.5", "-3.14", "12345678901234567890.1"),
    }),
    fc.record({ form: fc.constant("double" as const), text: fc.constantFrom("1e9", "-1.5E-3", "INF", "-INF", "NaN") }),
    fc.record({ form: fc.constant("guid" as const), text: fc.uuid() }),
    fc.constantFrom(
      { form: "date" as const, text: "2026-03-02" },
      { form: "date" as const, text: "-10000-04-01" },
      { form: "dateTimeOffset" as const, text: "2026-03-02T08:14:05.123456789012Z" },
      { form: "dateTimeOffset" as const, text: "2026-03-02T08:14+02:00" },
      { form: "timeOfDay" as const, text: "08:14:05.5" },
      { form: "duration" as const, text: "-P1DT2H3M4.5S" },
      { form: "binary" as const, text: "Zm8=" },
      { form: "geography" as const, text: "SRID=0;Point(142.1 64.1)" },
    ),
    fc.record({ form: fc.constant("enum" as const), text: fc.constantFrom("a", "a,b", "7"), type: qualified }),
  )
  .map((value) => ({ kind: "literal" as const, ...value }));

const names = fc.array(identifier, { minLength: 1, maxLength: 4 });
const plainPath: fc.Arbitrary<PathExpression> = fc
  .tuple(fc.constantFrom([], ["$it"]), names)
  .map(([root, segments]) => ({ kind: "path" as const, segments: [...root, ...segments] }));

const binaryOperators = "or and eq ne gt ge lt le add sub mul div divby mod has".split(" ") as "or"[];
const functions = "contains startswith length indexof concat tolower year now geo.distance matchesPattern".split(" ");

/** Any tree the parser can make, a few levels deep. */
export const tree: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression; lambda: Expression }>((tie) => {
  const inner = tie("tree");
  const right = fc.oneof(
    plainPath,
    fc.array(literal, { maxLength: 4 }).map((items) => ({ kind: "list" as const, items })),
    fc.array(inner, { maxLength: 2 }).map((items) => ({ kind: "array" as const, items })),
  );
  const callPath = fc
    .tuple(names, qualified, fc.array(fc.record({ name: identifier, value: inner }), { maxLength: 2 }), names)
    .map(([before, name, values, after]) => ({
      kind: "path" as const,
      segments: [...before, { name, arguments: values }, ...after],
    }));
  return {
    lambda: fc.record({
      kind: fc.constant("lambda" as const),
      operator: fc.constantFrom("any" as const, "all" as const),
      source: plainPath,
      variable: identifier,
      predicate: fc.record({
        kind: fc.constant("binary" as const),
        operator: fc.constantFrom("eq" as const, "and" as const),
        left: plainPath,
        right: literal,
      }),
    }),
    tree: fc.oneof(
      { maxDepth: 5, depthSize: "small", withCrossShrink: true },
      literal,
      plainPath,
      fc.record({
        kind: fc.constant("unary" as const),
        operator: fc.constantFrom("not" as const, "negate" as const),
        operand: inner,
      }),
      fc.record({
        kind: fc.constant("binary" as const),
        operator: fc.constantFrom(...binaryOperators),
        left: inner,
        right: inner,
      }),
      fc.record({ kind: fc.constant("binary" as const), operator: fc.constant("in" as const), left: inner, right }),
      fc.record({
        kind: fc.constant("call" as const),
        name: fc.constantFrom(...functions),
        arguments: fc.array(inner, { maxLength: 3 }),
      }),
      fc.array(fc.tuple(inner, inner), { minLength: 1, maxLength: 2 }).map((pairs) => ({
        kind: "call" as const,
        name: "case",
        arguments: pairs.flat(),
      })),
      tie("lambda"),
      callPath,
      fc
        .array(fc.record({ name: fc.string(), value: inner }), { maxLength: 2 })
        .map((members) => ({ kind: "object" as const, members })),
    ),
  };
}).tree;
