import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { createPostgresDatabase } from "../../../vitest.postgres.js";
import { openStore } from "../src/index.js";
import type { PostgresStatement } from "../src/postgres/database.js";
import { toIndexKey } from "../src/postgres/key.js";
import { countStatement, pageStatement } from "../src/postgres/search-statement.js";
import { getStatement } from "../src/postgres/statements.js";
import { ask } from "./postgres/ask.js";
import { buildLog, hotPathsOf } from "./postgres/hot-paths.js";

/** The plans at a million rows: PLAN_ROWS=1000000. */
const rows = Number(process.env["PLAN_ROWS"] ?? 6_000);
const tenant = toIndexKey("contoso");
const url = await createPostgresDatabase();

describe.skipIf(url === undefined)(`plans of PostgreSQL at ${rows} rows`, async () => {
  const client = new Client(url);
  if (url !== undefined) {
    await using store = await openStore(url);
    await store.forTenant("contoso").insertMany(buildLog(rows));
    await store.forTenant("fabrikam").insertMany(buildLog(Math.trunc(rows / 10)));
    await ask(url, "vacuum analyze summary");
    await client.connect();
    afterAll(() => client.end());
  }

  async function planOf({ text, values }: PostgresStatement): Promise<string> {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${text}`, [...values]);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }

  const after = { values: ["2025-12-01T00:30:00Z"], id: "a" };

  for (const { name, filter, index } of hotPathsOf(rows)) {
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
