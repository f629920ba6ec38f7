import { literal } from "./bind-literal.js";
import type { BoundCall, BoundExpression, BoundFunction, BoundLiteral } from "./bound-expression.js";
import type { EntityDescription } from "./description.js";
import { isEnum, isNumeric, isWhole, nullType } from "./edm-types.js";
import { type FunctionSignature, findFunction, type ParameterKind } from "./functions.js";
import { ODataError } from "./odata-error.js";

/** The ends of time, where the functions of that name point. */
const moments: Readonly<Record<string, string>> = {
  mindatetime: "0001-01-01T00:00:00",
  maxdatetime: "9999-12-31T23:59:59.999999999999",
};

/** A call whose arguments are bound, checked against the function's signature. */
export function bindCall(
  name: string,
  values: readonly BoundExpression[],
  description: EntityDescription,
  position: number | undefined,
): BoundCall | BoundLiteral {
  const signature = findFunction(name);
  if (signature?.type === undefined || name === "now") {
    const message = `The function ${name} is not supported here.`;
    throw new ODataError("notSupported", message, { construct: name }, position);
  }
  const { parameters, optional = 0 } = signature;
  const fits =
    values.length <= parameters.length &&
    values.length >= parameters.length - optional &&
    values.every(({ type }, index) => accepts(parameters[index], type, description));
  if (!fits) {
    const text = signatureText(signature);
    throw new ODataError("functionArguments", `The function is ${text}.`, { name, signature: text }, position);
  }
  const moment = moments[name];
  if (moment !== undefined) return literal("Edm.DateTimeOffset", moment);
  const [first] = values;
  // Rounding a whole number or a double does not make a decimal of it.
  const keepsType = parameters[0] === "number" && first !== undefined && first.type !== nullType;
  const type = keepsType ? first.type : signature.type;
  return { kind: "call", name: name as BoundFunction, arguments: values, type };
}

function accepts(kind: ParameterKind | undefined, type: string, description: EntityDescription): boolean {
  if (type === nullType) return true;
  switch (kind) {
    case "text":
      return type === "Edm.String" || isEnum(type, description);
    case "integer":
      return isWhole(type);
    case "number":
      return isNumeric(type);
    case "date":
      return type === "Edm.Date" || type === "Edm.DateTimeOffset";
    case "time":
      return type === "Edm.TimeOfDay" || type === "Edm.DateTimeOffset";
    case "moment":
      return type === "Edm.DateTimeOffset";
    case "duration":
      return type === "Edm.Duration";
    default:
      return kind === "any";
  }
}

const kindTypes: Readonly<Record<ParameterKind, string>> = {
  text: "Edm.String",
  integer: "Edm.Int32",
  number: "Edm.Decimal",
  date: "Edm.DateTimeOffset",
  time: "Edm.DateTimeOffset",
  moment: "Edm.DateTimeOffset",
  duration: "Edm.Duration",
  any: "any",
};

/** As Microsoft's messages print it: `contains(Edm.String, Edm.String)`. */
function signatureText({ name, parameters }: FunctionSignature): string {
  return `${name}(${parameters.map((kind) => kindTypes[kind]).join(", ")})`;
}
