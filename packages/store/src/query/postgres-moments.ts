import { sql } from "kysely";
import type { Sql } from "./sql-dialect.js";

export function secondsBetweenInPostgres(from: Sql, to: Sql): Sql {
  const [start, end] = [sql`moments.start`, sql`moments.stop`];
  return sql`(select (${wholeOf(end)} - ${wholeOf(start)}) + (${fractionOf(end)} - ${fractionOf(start)})
    from (select ${from} as start, ${to} as stop offset 0) as moments)`;
}

/** The first and the last second of the years 1 to 9999. */
const [earliest, latest] = [sql.raw("-62135596800"), sql.raw("253402300799")];

export function addSecondsInPostgres(time: Sql, seconds: Sql): Sql {
  const split = sql`(select ${wholeOf(sql`given.time`)} + floor(given.seconds) as whole,
    (${fractionOf(sql`given.time`)} + (given.seconds - floor(given.seconds))) * 1000000 as micro
    from (select ${time} as time, ${seconds} as seconds offset 0) as given offset 0)`;
  // Halves go up, as Math.round has it.
  const rounded = sql`(select whole, ceil(micro) - case when ceil(micro) - 0.5 > micro then 1 else 0 end as micro
    from ${split} as split offset 0)`;
  const moved = sql`(select whole + floor(micro / 1000000) as second, micro - floor(micro / 1000000) * 1000000 as micro
    from ${rounded} as rounded offset 0)`;
  return sql`(select case when moved.second between ${earliest} and ${latest} then
    (to_char(to_timestamp(moved.second) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
      || rtrim(rtrim('.' || lpad(moved.micro::integer::text, 6, '0'), '0'), '.')) collate "C" end
    from ${moved} as moved)`;
}

/** The whole seconds of a sortable time since 1970. */
function wholeOf(time: Sql): Sql {
  return sql`extract(epoch from substr(${time}, 1, 19)::timestamp)::float8`;
}

function fractionOf(time: Sql): Sql {
  return sql`('0' || substr(${time}, 20))::float8`;
}
