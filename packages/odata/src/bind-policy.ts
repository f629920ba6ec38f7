import type { BoundExpression, BoundProperty } from "./bound-expression.js";
import type { EntityDescription } from "./description.js";
import { ODataError } from "./odata-error.js";

/** Functions that change a value before an operator sees it: the operator is what counts. */
const operators: ReadonlySet<string> = new Set(
  "eq ne gt ge lt le has in contains startswith endswith any all".split(" "),
);

/**
 * Refuses an operator that the policy does not list for a path among its operands.
 * @throws ODataError `operatorNotAllowed`.
 */
export function checkPolicy(
  operator: string,
  operands: readonly BoundExpression[],
  { policy }: EntityDescription,
  position: number | undefined,
): void {
  if (!operators.has(operator)) return;
  const wanted = operator === "in" ? "eq" : operator;
  for (const { segments } of operands.flatMap(propertiesOf)) {
    const path = segments.join("/");
    const isListed = policy.some((row) => row.path === path && row.operators.includes(wanted));
    if (isListed) continue;
    const message = `The operator ${operator} is not documented for '${path}'.`;
    throw new ODataError("operatorNotAllowed", message, { path, operator }, position);
  }
}

/** Properties whose value reaches the operator, be it through functions; a function that decides by itself is checked alone. */
function propertiesOf(operand: BoundExpression): readonly BoundProperty[] {
  switch (operand.kind) {
    case "property":
      return [operand];
    case "count":
      return [operand.collection];
    case "negate":
      return propertiesOf(operand.operand);
    case "arithmetic":
      return [...propertiesOf(operand.left), ...propertiesOf(operand.right)];
    case "call":
      return operators.has(operand.name) ? [] : operand.arguments.flatMap(propertiesOf);
    default:
      return [];
  }
}
