import type { ProvisioningObjectSummary } from "@org/models";
import { createWhere } from "@org/odata";
import { describe, expectTypeOf, it } from "vitest";
import { createProvisioningClient, type SummaryPage, v1Where, where } from "../src/index.js";

const beta = createProvisioningClient({ accessToken: "any" });
const v1 = createProvisioningClient({ accessToken: "any", version: "v1.0" });

describe("the events' type", () => {
  it("is whole without select and narrowed by a list of names", () => {
    expectTypeOf(beta.list()).toEqualTypeOf<AsyncIterable<ProvisioningObjectSummary>>();
    expectTypeOf(beta.list({ top: 5, filter: "id eq 'a'" })).toEqualTypeOf<AsyncIterable<ProvisioningObjectSummary>>();
    const narrow = beta.list({ select: ["id", "action"] });
    expectTypeOf(narrow).toEqualTypeOf<AsyncIterable<Pick<ProvisioningObjectSummary, "id" | "action">>>();
    const pages = beta.pages({ select: ["id"], checkpoint: "" });
    expectTypeOf(pages).toEqualTypeOf<AsyncIterable<SummaryPage<Pick<ProvisioningObjectSummary, "id">>>>();
  });

  it("has only optional members with a text as select", () => {
    expectTypeOf(beta.list({ select: "id" })).toEqualTypeOf<AsyncIterable<Partial<ProvisioningObjectSummary>>>();
  });
});

describe("wrong names", () => {
  it("do not compile in select and orderby", () => {
    // @ts-expect-error: jobid is jobId
    void (() => beta.list({ select: ["jobid"] }));
    // @ts-expect-error: v1.0 has no action
    void (() => v1.list({ select: ["action"] }));
    // @ts-expect-error: no such path
    void (() => beta.list({ orderby: ["activityDateTme desc"] }));
    // @ts-expect-error: a complex value has no order
    void (() => beta.list({ orderby: ["servicePrincipal"] }));
    // @ts-expect-error: a collection has no order
    void (() => beta.list({ orderby: ["provisioningSteps"] }));
    // @ts-expect-error: no such direction
    void (() => beta.list({ orderby: ["id down"] }));
    void (() => beta.list({ orderby: ["activityDateTime desc", "servicePrincipal/displayName asc", "id"] }));
  });

  it("do not compile in a condition, nor do operators and values that do not fit", () => {
    // @ts-expect-error: jobid is jobId
    void (() => where("jobid"));
    // @ts-expect-error: a number contains nothing
    void (() => where("durationInMilliseconds").contains("1"));
    // @ts-expect-error: a number, not a text
    void (() => where("durationInMilliseconds").gt("1"));
    // @ts-expect-error: v1.0 has no action
    void (() => v1Where("action"));
    // @ts-expect-error: neither text nor condition
    void (() => beta.list({ filter: 5 }));
    // @ts-expect-error: an object is no condition
    void (() => beta.count({ filter: {} }));
  });

  it("leave conditions of odata's own builder welcome", () => {
    const own = createWhere<{ id: string }>({
      type: "t",
      key: "id",
      structuredTypes: { t: { properties: { id: { type: "Edm.String" } } } },
      enumTypes: {},
      pathAliases: {},
      policy: [],
    });
    expectTypeOf(beta.list({ filter: own("id").eq("a") })).toEqualTypeOf<AsyncIterable<ProvisioningObjectSummary>>();
    expectTypeOf(beta.count({ filter: own("id").eq("a") })).resolves.toEqualTypeOf<number>();
  });
});
