import { toSortableDateTime } from "@org/odata";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { createPostgresDatabase } from "../../../vitest.postgres.js";
import { openStore } from "../src/index.js";
import type { PostgresStatement } from "../src/postgres/database.js";
import { toIndexKey } from "../src/postgres/key.js";
import { countStatement, pageStatement } from "../src/postgres/search-statement.js";
import { getStatement } from "../src/postgres/statements.js";
import { ask } from "./postgres/ask.js";
import { buildLog, hotPathsOf, timeOf } from "./postgres/hot-paths.js";

/** The plans at a million rows: PLAN_ROWS=1000000. */
const rows = Number(process.env["PLAN_ROWS"] ?? 6_000);
/** Written by the store; the rest is copied from them by the server, each copy later and with ids and names of its own. */
const written = Math.min(rows, 6_000);
const copying = `insert into summary select tenant, id || '.' || copy, etag + copy * 1000000,
  to_char(left(at, 19)::timestamp + copy * interval '${written} seconds', 'YYYY-MM-DD"T"HH24:MI:SS') || substr(at, 20),
  v1_start, doc, search_doc, regexp_replace(names, '(number |person[.])', '\\1c' || copy || '.', 'g'), action, status,
  application, job, cycle || '.' || copy, change || '.' || copy, source || '.' || copy, target || '.' || copy
  from summary cross join generate_series(1, ${Math.ceil(rows / written) - 1}) as copy where tenant = 'contoso'`;
const tenant = toIndexKey("contoso");
const url = await createPostgresDatabase();

describe.skipIf(url === undefined)(`plans of PostgreSQL at ${rows} rows`, async () => {
  const client = new Client(url);
  if (url !== undefined) {
    await using store = await openStore(url);
    await store.forTenant("contoso").insertMany(buildLog(written));
    await store.forTenant("fabrikam").insertMany(buildLog(600));
    await ask(url, copying);
    await ask(url, "vacuum analyze summary");
    await client.connect();
    afterAll(() => client.end());
  }

  async function planOf({ text, values }: PostgresStatement): Promise<string> {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${text}`, [...values]);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }

  // A page that begins a hundred events ago.
  const after = { values: [toSortableDateTime(timeOf(rows - 100))], id: "a" };

  for (const { name, filter, index } of hotPathsOf(written)) {
    const search = { tenant, filter, orderby: [] };
    for (const [page, statement] of [
      ["first page", pageStatement(search, { after: undefined, skip: 0, limit: 101 })],
      ["next page", pageStatement(search, { after, skip: 0, limit: 101 })],
      ["count", countStatement(search)],
    ] as const) {
      it(`${name}, ${page}: by ${index}`, async () => {
        const plan = await planOf(statement);
        if (process.env["PLAN_ROWS"] !== undefined) console.log(`${name}, ${page}\n${plan}`);
        expect(plan).not.toContain("Seq Scan");
        if (name === "newest" && page === "count") expect(plan).toMatch(/Index Only Scan using summary_/);
        else
          expect(plan).toMatch(
            new RegExp(`(Index Scan|Index Only Scan)( Backward)? using ${index} |Bitmap Index Scan on ${index} `),
          );
      });
    }
  }

  it("one summary: by its key", async () => {
    expect(await planOf(getStatement(tenant, "x"))).toContain("Index Scan using summary_pkey");
  });
});
