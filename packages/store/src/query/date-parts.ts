import { sql } from "kysely";
import type { Argument, Sql } from "./sql-dialect.js";

/** Parts of dates and times, by their function's name. */
export type DatePart = "year" | "month" | "day" | "hour" | "minute" | "second" | "fractionalseconds";

const datePositions = { year: [1, 4], month: [6, 2], day: [9, 2] } as const;
const clockPositions = { hour: [1, 2], minute: [4, 2], second: [7, 2] } as const;

/** The digits of a part of a sortable time, a date or a time of day, as text that reads as a number. */
export function datePartOf(name: DatePart, { sql: text, type }: Argument): Sql {
  // A time of day is what a sortable time has behind the T.
  const clock = type === "Edm.TimeOfDay" ? 0 : 11;
  switch (name) {
    case "fractionalseconds":
      return sql`('0' || substr(${text}, ${sql.lit(9 + clock)}))`;
    case "year":
    case "month":
    case "day": {
      const [start, length] = datePositions[name];
      return sql`substr(${text}, ${sql.lit(start)}, ${sql.lit(length)})`;
    }
    default: {
      const [start, length] = clockPositions[name];
      return sql`substr(${text}, ${sql.lit(start + clock)}, ${sql.lit(length)})`;
    }
  }
}

/** What `trim` takes away, as JavaScript does. */
export const whiteSpace =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
