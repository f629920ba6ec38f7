import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { SqlCondition } from "./sql-dialect.js";

/** As Kysely's `sql`, for what is true, false or null. */
export function condition(strings: TemplateStringsArray, ...values: readonly unknown[]): RawBuilder<SqlBool> {
  return sql<SqlBool>(strings, ...values);
}

/** A chain as a tree of few levels: databases bound how deep an expression may be. */
export function joinConditions(operands: readonly SqlCondition[], operator: "and" | "or"): SqlCondition {
  const [first, second] = operands;
  if (first === undefined) return condition`${sql.raw(operator === "and" ? "true" : "false")}`;
  if (second === undefined) return first;
  const middle = Math.ceil(operands.length / 2);
  const left = joinConditions(operands.slice(0, middle), operator);
  return condition`(${left} ${sql.raw(operator)} ${joinConditions(operands.slice(middle), operator)})`;
}
