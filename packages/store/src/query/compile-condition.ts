import type { BoundExpression } from "@org/odata";
import type { RawBuilder, SqlBool } from "kysely";
import { joinConditions } from "./condition.js";
import { ExpressionCompiler } from "./expression-compiler.js";
import type { SqlCondition, SqlDialect } from "./sql-dialect.js";

/**
 * A filter as a condition on the table `summary` (or what has this name): true for exactly those rows of which the filter
 * is true, false or null for all others. Never fails on a stored document. Values are parameters, names are not.
 * @throws StoreError `unsupportedQuery` for what this engine cannot do.
 */
export function compileCondition(filter: BoundExpression, dialect: SqlDialect): RawBuilder<SqlBool> {
  const operands = filter.kind === "logical" && filter.operator === "and" ? filter.operands : [filter];
  const columnsOnly: SqlCondition[] = [];
  const others: BoundExpression[] = [];
  for (const operand of operands) {
    const compiler = new ExpressionCompiler(dialect);
    const compiled = compiler.condition(operand);
    if (compiler.readsDocument) others.push(operand);
    else columnsOnly.push(compiled);
  }
  if (others.length === 0) return joinConditions(columnsOnly, "and");
  const rest: BoundExpression = { kind: "logical", operator: "and", operands: others, type: "Edm.Boolean" };
  const compiled = dialect.withDocument(new ExpressionCompiler(dialect).wholeCondition(rest));
  return joinConditions([...columnsOnly, compiled], "and");
}
