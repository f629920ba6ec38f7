import type { BinaryOperator } from "./expression.js";

/** How tightly an operator binds; all are left associative. The table of OData 4.01, part 2, 5.1.1.16. */
export const bindingPowers: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  gt: 4,
  ge: 4,
  lt: 4,
  le: 4,
  add: 5,
  sub: 5,
  mul: 6,
  div: 6,
  divby: 6,
  mod: 6,
  has: 8,
  in: 8,
};

/** `not` and the sign bind between multiplication and `has`. */
export const unaryPower = 7;

const operators: ReadonlyMap<string, BinaryOperator> = new Map(
  Object.keys(bindingPowers).map((name) => [name, name as BinaryOperator]),
);

/** The operator a word stands for, in any case. */
export function operatorOf(word: string): BinaryOperator | undefined {
  // None is longer than five letters, and most words here are names.
  return word.length > 5 ? undefined : (operators.get(word) ?? operators.get(word.toLowerCase()));
}
