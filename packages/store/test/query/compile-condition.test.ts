import { describe, expect, it } from "vitest";
import { compileCondition } from "../../src/query/compile-condition.js";
import { compileSortKeys } from "../../src/query/compile-sort-keys.js";
import { postgresDialect } from "../../src/query/postgres-dialect.js";
import { sqliteDialect } from "../../src/query/sqlite-dialect.js";
import { StoreError } from "../../src/store-error.js";
import { bind } from "./bind.js";
import { postgresCompiler } from "./postgres-engine.js";
import { sqliteCompiler } from "./sqlite-engine.js";

function compile(filter: string, engine: "sqlite" | "postgres" = "sqlite") {
  const isSqlite = engine === "sqlite";
  const condition = compileCondition(bind(filter), isSqlite ? sqliteDialect : postgresDialect);
  const { sql, parameters } = condition.compile(isSqlite ? sqliteCompiler : postgresCompiler);
  return { sql, parameters };
}

describe("a condition on a property with a column", () => {
  it("does not read the document", () => {
    expect(compile("ProvisioningStatusInfo/Status eq 'Failure'")).toEqual({
      sql: '(summary."status" is ?)',
      parameters: ["failure"],
    });
    expect(compile("provisioningStatusInfo/status eq 'failure'", "postgres")).toEqual({
      sql: '(summary."status" is not distinct from $1::text collate "C")',
      parameters: ["failure"],
    });
  });
});

describe("a condition on other properties", () => {
  it("reads text only where there is text", () => {
    expect(compile("tenantId eq 'x'")).toEqual({
      sql: `(case when json_type(summary.doc, '$."tenantId"') in ('text') then json_extract(summary.doc, '$."tenantId"') end is ?)`,
      parameters: ["x"],
    });
  });

  it("reads the document of PostgreSQL once, behind what columns answer", () => {
    const { sql } = compile("contains(tenantId,'x') and jobId eq 'y' and startswith(cycleId,'z')", "postgres");
    expect(sql.match(/::jsonb/g)).toHaveLength(1);
    expect(sql.indexOf('"job"')).toBeLessThan(sql.indexOf("jsonb"));
  });

  it("reads what it asks again once", () => {
    const { sql } = compile("startswith(tenantId,'a') or endswith(tenantId,'b') or contains(tenantId,'c')");
    expect(sql.match(/json_extract/g)).toHaveLength(1);
  });

  it("looks up many values of one property at once", () => {
    const { sql, parameters } = compile("tenantId eq 'a' or 'b' eq tenantId or jobId eq 'c' or tenantId eq 'd'");
    expect(sql).toContain("in (?, ?, ?)");
    expect(parameters).toEqual(["a", "b", "d", "c"]);
  });

  it("keeps values out of the statement", () => {
    const { sql, parameters } = compile("sourceIdentity/details/größe eq '''; drop table summary --'");
    expect(sql).toContain(`'$."sourceIdentity"."details"."größe"'`);
    expect(parameters).toEqual(["'; drop table summary --"]);
  });

  it("refuses a name that would end the path it stands in", () => {
    const left = { kind: "property", segments: ['a"b'], type: "Edm.String" } as const;
    const right = { kind: "literal", type: "Edm.String", value: "x" } as const;
    const filter = { kind: "comparison", operator: "eq", left, right, operandType: "Edm.String" } as const;
    for (const dialect of [sqliteDialect, postgresDialect]) {
      expect(() => compileCondition({ ...filter, type: "Edm.Boolean" }, dialect)).toThrow(StoreError);
    }
  });
});

describe("the length of a statement", () => {
  it.each(["sqlite", "postgres"] as const)("grows with that of the filter in %s", (engine) => {
    const parts = [
      "contains(tolower(tenantId),'NUMBER')",
      "provisioningSteps/any(s:s/name eq 'NUMBER')",
      "length(concat(jobId,'x')) div 2 eq NUMBER",
    ];
    const lengthOf = (count: number) => {
      const conditions = Array.from({ length: count }, (_, index) =>
        parts[index % 3]?.replace("NUMBER", String(100 + index)),
      );
      return compile(conditions.join(" or "), engine).sql.length;
    };
    expect(lengthOf(240)).toBeLessThan(2.2 * lengthOf(120));
  });

  it.each(["sqlite", "postgres"] as const)("does not double with each level in %s", (engine) => {
    const lengthOf = (depth: number) => {
      let text = "tenantId";
      for (let level = 0; level < depth; level += 1) text = `substring(toupper(tolower(${text})),1)`;
      return compile(`${text} in ('a',null)`, engine).sql.length;
    };
    expect(lengthOf(20)).toBeLessThan(2.2 * lengthOf(10));
  });
});

it("orders by what a point in time is kept as, and by text of the document", () => {
  const order = (path: string, type: string) =>
    compileSortKeys([{ path: { segments: [path], type }, descending: true }], sqliteDialect).map(
      ({ expression, descending }) => [expression.compile(sqliteCompiler).sql, descending],
    );
  expect(order("activityDateTime", "Edm.DateTimeOffset")).toEqual([["summary.at", true]]);
  expect(order("tenantId", "Edm.String")[0]?.[0]).toContain("json_extract");
});
