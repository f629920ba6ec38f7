import type { BoundComparison, BoundExpression, BoundIn, BoundLiteral, BoundLogical, BoundProperty } from "@org/odata";

/** An equality of a property with a value. */
interface Equality {
  readonly property: BoundProperty;
  readonly literal: BoundLiteral;
  readonly operandType: string;
}

/** Makes one `in` of the operands of an `or` that ask one property for different values: a database looks it up once. */
export function mergeEqualities({ operator, operands }: BoundLogical): readonly BoundExpression[] {
  if (operator !== "or") return operands;
  const merged = new Map<string, BoundExpression>();
  for (const [index, operand] of operands.entries()) {
    const equality = operand.kind === "comparison" ? equalityOf(operand) : undefined;
    if (equality === undefined) {
      merged.set(String(index), operand);
      continue;
    }
    const { property, literal, operandType } = equality;
    const key = `${operandType} ${property.variable ?? ""} ${property.segments.join("/")}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, operand);
    else if (known.kind === "in") (known.values as BoundLiteral[]).push(literal);
    else merged.set(key, listOf(equality, known));
  }
  return [...merged.values()];
}

function listOf({ property, literal, operandType }: Equality, known: BoundExpression): BoundIn {
  const first = known.kind === "comparison" ? equalityOf(known)?.literal : undefined;
  const values = first === undefined ? [literal] : [first, literal];
  return { kind: "in", operand: property, values, operandType, type: "Edm.Boolean" };
}

function equalityOf({ operator, left, right, operandType }: BoundComparison): Equality | undefined {
  if (operator !== "eq") return undefined;
  const [property, literal] = left.kind === "literal" ? [right, left] : [left, right];
  if (property.kind !== "property" || literal.kind !== "literal" || literal.value === null) return undefined;
  return { property, literal, operandType };
}
