import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { Connection, Statement } from "../src/sqlite/connection.js";
import { ListStatements } from "../src/sqlite/list-statement.js";
import { openConnection } from "../src/sqlite/open-connection.js";

const connection = openConnection({
  path: undefined,
  durability: "normal",
  readOnly: false,
  maxBytes: undefined,
  randomBytes,
});

it("prepares each shape once and walks the index on time without sorting or reading rows", () => {
  const prepared: string[] = [];
  const watched = {
    prepare(sql: string): Statement {
      prepared.push(sql);
      return connection.prepare(sql);
    },
  } as Connection;
  const statements = new ListStatements(watched);
  const cursor = { at: "2026-03-02T08:14:05", id: "a" };
  for (const round of [1, 2]) {
    for (const descending of [true, false]) {
      statements.rows({ tenant: "contoso", order: { descending }, cursor: undefined, limit: round });
      statements.rows({ tenant: "contoso", order: { descending }, cursor, limit: round });
    }
  }
  expect(prepared).toHaveLength(4);
  for (const sql of prepared) {
    const plan = connection.prepare(`explain query plan ${sql}`).all(...Array(sql.split("?").length - 1).fill(null));
    const steps = plan
      .map((step) => String(step[3]))
      .filter((step) => step.startsWith("SEARCH") || step.includes("TEMP"));
    expect(steps).toEqual([
      expect.stringMatching(
        /^SEARCH summary USING COVERING INDEX summary_by_time \(tenant=\?( AND \(at,id\)[<>]\(\?,\?\))?\)$/,
      ),
    ]);
  }
});
