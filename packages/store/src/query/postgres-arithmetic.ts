import type { BoundArithmetic } from "@org/odata";
import { sql } from "kysely";
import type { Sql } from "./sql-dialect.js";

/**
 * IEEE arithmetic, of which PostgreSQL makes an error where a result is too large or too small: such a result is foreseen
 * on operands that are scaled by powers of two, which is exact.
 */
export function arithmeticInPostgres(
  operator: BoundArithmetic["operator"],
  left: Sql,
  right: Sql,
  isWhole: boolean,
): Sql {
  switch (operator) {
    case "add":
      return onOperands(left, right, sum);
    case "sub":
      return onOperands(left, sql`(- ${right})`, sum);
    case "mul":
      return onOperands(left, right, product);
    case "div":
      return isWhole ? sql`trunc(${onOperands(left, right, quotient)})` : onOperands(left, right, quotient);
    case "divby":
      return onOperands(left, right, quotient);
    case "mod":
      return onOperands(left, right, modulo);
  }
}

const x = sql`operands.x`;
const y = sql`operands.y`;

/** Computes the operands once; the offset keeps the planner from putting them in wherever they are used. */
function onOperands(left: Sql, right: Sql, compute: () => Sql): Sql {
  return sql`(select ${compute()} from (select ${left} as x, ${right} as y offset 0) as operands)`;
}

function power(exponent: number): Sql {
  return sql.raw(`${2 ** exponent}::float8`);
}

/** Only large numbers of one sign have a sum that is too large; halves of others could be too small. */
function sum(): Sql {
  return sql`case when abs(${x}) >= 1 and abs(${y}) >= 1 then
    case when abs(${x} * 0.5 + ${y} * 0.5) >= ${power(1023)} then null else ${x} + ${y} end
    else ${x} + ${y} end`;
}

/** Logarithms of the largest number and of the smallest, with room for their error. */
const [surelyFits, surelyTooLarge, surelyNotZero, surelyZero] = ["709", "711", "-744", "-747"].map((text) =>
  sql.raw(text),
);

function product(): Sql {
  return guarded(sql`ln(abs(${x})) + ln(abs(${y}))`, sql`${x} * ${y}`, {
    tooLarge: sql`abs((${x} * ${power(-512)}) * (${y} * ${power(-512)})) >= 1`,
    zero: sql`abs((${x} * ${power(512)}) * (${y} * ${power(512)})) <= ${power(-51)}`,
  });
}

function quotient(): Sql {
  const result = guarded(sql`ln(abs(${x})) - ln(abs(${y}))`, sql`${x} / ${y}`, {
    tooLarge: sql`abs((${x} * ${power(-600)}) / (${y} * ${power(600)})) >= ${power(-176)}`,
    zero: sql`abs((${x} * ${power(600)}) / (${y} * ${power(-600)})) <= ${power(125)}`,
  });
  return sql`case when ${y} = 0 then null else ${result} end`;
}

function modulo(): Sql {
  const whole = sql`trunc(${onOperands(x, y, quotient)})`;
  return onOperands(x, sql`(- ${onOperands(y, whole, product)})`, sum);
}

interface Edges {
  /** Whether a result that may be too large is, after rounding. */
  readonly tooLarge: Sql;
  /** Whether one that may be too small for any number but 0 is. */
  readonly zero: Sql;
}

function guarded(logarithm: Sql, result: Sql, { tooLarge, zero }: Edges): Sql {
  return sql`case when ${x} is null or ${y} is null then null when ${x} = 0 or ${y} = 0 then 0 else (
    select case when size.value between ${surelyNotZero} and ${surelyFits} then ${result}
      when size.value > ${surelyTooLarge} then null
      when size.value < ${surelyZero} then 0
      when size.value > 0 then case when ${tooLarge} then null else ${result} end
      else case when ${zero} then 0 else ${result} end end
    from (select ${logarithm} as value offset 0) as size) end`;
}
