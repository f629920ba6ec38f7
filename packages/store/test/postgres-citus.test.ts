import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toPostgresRow } from "../src/postgres/postgres-row.js";
import { metaTable, namesIndex, steps } from "../src/postgres/schema.js";
import {
  clearStatement,
  deleteStatement,
  getStatement,
  insertStatement,
  updateStatement,
} from "../src/postgres/statements.js";
import { toRow } from "../src/row.js";
import { build } from "./summaries.js";

const page = readFileSync(new URL("../../../docs/citus.md", import.meta.url), "utf8");
const blocks = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, text]) => text);
const created = [metaTable, ...steps.flatMap(({ statements }) => statements)];
const script = (statements: readonly string[]) => statements.map((statement) => `${statement};\n`).join("");

describe("docs/citus.md", () => {
  it("shows what the migrations run", () => {
    expect(blocks[1]).toBe(script(created));
  });

  it("shows how the index of names is made", () => {
    const extensions = namesIndex.extensions.map((name) => `create extension if not exists ${name}`);
    expect(blocks[2]).toBe(script([...extensions, namesIndex.withTenant]));
  });

  it("distributes every table there is", () => {
    const tables = created.flatMap((statement) => /^create table (\w+)/.exec(statement)?.[1] ?? []);
    const distributed = [...(blocks[0] ?? "").matchAll(/create_(?:reference|distributed)_table\('(\w+)'/g)];
    expect(distributed.map(([, table]) => table)).toEqual(tables);
  });
});

describe("the schema on PostgreSQL", () => {
  it("leads every key and index of summaries with the tenant", () => {
    const keys = [...created, namesIndex.withTenant].flatMap(
      (statement) => /(?:on summary(?: using gin)?|primary key) \((\w+)/.exec(statement)?.[1] ?? [],
    );
    expect(keys).toHaveLength(11);
    expect(new Set(keys)).toEqual(new Set(["tenant"]));
  });

  it("relies on nothing that a cluster lacks", () => {
    const row = toPostgresRow("contoso", toRow(build("a")), 1);
    const statements = [
      getStatement("t", "a"),
      insertStatement(row),
      updateStatement(row, "1"),
      deleteStatement("t", "a", "1"),
      clearStatement("t", "", 1),
    ].map(({ text }) => text);
    for (const text of statements) expect(text).toMatch(/tenant = \$1|on conflict \(tenant, id\)/);
    for (const text of [...created, ...statements]) {
      expect(text).not.toMatch(/\b(xmin|ctid|nextval|serial|identity|pg_advisory\w*)\b/);
    }
  });
});
