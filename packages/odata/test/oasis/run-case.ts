import {
  type Expression,
  type LiteralForm,
  ODataError,
  parseCount,
  parseFilter,
  parseOrderby,
  parseSelect,
  parseSkip,
  parseTop,
  splitQueryOptions,
} from "../../src/index.js";
import type { OasisCase } from "./read-cases.js";

/** Thrown where a case asks for one kind of expression and the text is another: a refusal from the first character on. */
class OtherKind extends Error {}

type Run = (input: string) => void;

/** Percent-decoding, with the offset each decoded character came from. */
function decode(input: string): { readonly text: string; readonly offsets: readonly number[] } {
  let text = "";
  const offsets: number[] = [];
  for (const match of input.matchAll(/(?:%[0-9A-Fa-f]{2})+|[^%]|%/gs)) {
    const decoded = match[0].length > 1 ? decodeURIComponent(match[0]) : match[0];
    for (let index = 0; index < decoded.length; index += 1)
      offsets.push(match.index + index * (match[0].length > 1 ? 3 : 1));
    text += decoded;
  }
  return { text, offsets: [...offsets, input.length] };
}

/** Parses what stands for a rule in the middle of `before` and `after`, and counts positions from its beginning. */
function inside(before: string, after: string, isKind: (tree: Expression) => boolean, raw = false): Run {
  return (input) => {
    const { text, offsets } = raw ? { text: input, offsets: [...Array(input.length + 1).keys()] } : decode(input);
    let tree: Expression;
    try {
      tree = parseFilter(before + text + after);
    } catch (error) {
      if (!ODataError.isInstance(error)) throw error;
      const at = Math.min(Math.max((error.position ?? 0) - before.length, 0), text.length);
      throw new ODataError(error.code, error.message, error.parameters, offsets[at]);
    }
    if (!isKind(tree)) throw new OtherKind();
  };
}

const any = () => true;
const literal = (...forms: LiteralForm[]) =>
  inside("", "", (tree) => tree.kind === "literal" && forms.includes(tree.form));
/** Rules named …Value give the text of JSON and XML, where nothing is percent-encoded. */
const value = (...forms: LiteralForm[]) =>
  inside("", "", (tree) => tree.kind === "literal" && forms.includes(tree.form), true);

const expression = inside("", "", any);
const number = ["integer", "decimal", "double"] as const;

/** Literals of rules that `left-out.json` names, so that each of their cases is seen. */
const leftOut: readonly string[] = ["booleanValue", "primitiveValue"];

const rules: ReadonlyMap<string, Run> = new Map([
  ...["commonExpr", "boolCommonExpr", "boolcommonExpr", "notExpr", "isofExpr", "primitiveLiteral"].map(
    (rule) => [rule, expression] as const,
  ),
  ["firstMemberExpr", inside("", "", ({ kind }) => kind === "path")],
  ["propertyPathExpr", inside("", "", ({ kind }) => kind === "path")],
  ["odataIdentifier", inside("", "", (tree) => tree.kind === "path" && tree.segments.length === 1)],
  ["anyExpr", inside("x/", "", ({ kind }) => kind === "lambda")],
  ["functionParameter", inside("f(", ")", any)],
  ["stringInUrl", inside("[", "]", any)],
  ["binaryLiteral", literal("binary")],
  ["boolean", literal("boolean")],
  ["date", literal("date")],
  ["dateValue", value("date")],
  ["dateTimeOffsetLiteral", literal("dateTimeOffset")],
  ["dateTimeOffsetValueInUrl", literal("dateTimeOffset")],
  ["dateTimeOffsetValue", value("dateTimeOffset")],
  ["timeOfDayLiteral", literal("timeOfDay")],
  ["timeOfDayValue", value("timeOfDay")],
  ["durationLiteral", literal("duration", "string")],
  ["durationValue", inside("duration'", "'", any, true)],
  ["enumLiteral", literal("enum", "string")],
  ["enumValue", inside("n.T'", "'", any, true)],
  ["stringLiteral", literal("string")],
  ["guid", literal("guid")],
  ...leftOut.map((rule) => [rule, value("boolean", ...number, "guid")] as const),
  ["null", literal("null")],
  ...["decimal", "double", "single", "sbyte", "int16", "int32", "int64"].flatMap((type) => [
    [`${type}Literal`, literal(...number)] as const,
    [`${type}Value`, value(...number)] as const,
  ]),
  ["byteValue", value("integer")],
  ...["Collection", "LineString", "MultiLineString", "MultiPoint", "MultiPolygon", "Point", "Polygon"].flatMap(
    (shape) => [
      [`geography${shape}`, literal("geography")] as const,
      [`geometry${shape}`, literal("geometry")] as const,
    ],
  ),
  ...["filter", "orderby", "orderBy", "select", "queryOptions"].map((rule) => [rule, runQuery] as const),
  ["odataRelativeUri", (input) => runQuery(input.slice(input.indexOf("?") + 1))],
]);

const ours = /(?:^|[?&])\$?(?:filter|orderby|select)=/i;
const mixed: ReadonlySet<string> = new Set(["queryOptions", "odataRelativeUri"]);

/** How to run a case; undefined for what belongs to other parts of OData than filters, orders, selections and literals. */
export function runnerOf({ rule, input }: OasisCase): Run | undefined {
  return mixed.has(rule) && !ours.test(input) ? undefined : rules.get(rule);
}

const options: Readonly<Record<string, (text: string) => unknown>> = {
  filter: parseFilter,
  orderby: parseOrderby,
  select: parseSelect,
  expand: parseSelect,
  top: parseTop,
  skip: parseSkip,
  count: parseCount,
  format: String,
  id: String,
};

/** A query string, each option by its own parser. */
function runQuery(input: string): void {
  const { system } = splitQueryOptions(input, { dollarOptional: true });
  for (const [name, text] of system) {
    const parse = options[name];
    const start = /[=]/.exec(input)?.index ?? 0;
    if (parse === undefined) throw new ODataError("syntaxError", `no option ${name}`, { text }, start - 1);
    try {
      parse(text);
    } catch (error) {
      if (!ODataError.isInstance(error)) throw error;
      throw new ODataError(error.code, error.message, error.parameters, start + 1 + (error.position ?? 0));
    }
  }
}

/** What comes of a case: the position of the refusal, or undefined when all was taken. */
export function refusedAt(run: Run, input: string): number | undefined {
  try {
    run(input);
    return undefined;
  } catch (error) {
    if (error instanceof OtherKind) return 0;
    if (ODataError.isInstance(error)) return error.position ?? 0;
    throw error;
  }
}
