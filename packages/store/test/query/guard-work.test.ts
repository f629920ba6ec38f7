import { describe, expect, it } from "vitest";
import { guardWork } from "../../src/query/guard-work.js";
import { bind } from "./bind.js";

const many = (count: number, write: (index: number) => string, between = " or ") =>
  Array.from({ length: count }, (_, index) => write(index)).join(between);

const guid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

describe("what people write passes", () => {
  it.each([
    [
      "Microsoft's example",
      "((contains(tolower(servicePrincipal/id), 'x') or contains(tolower(servicePrincipal/displayName), 'x')) and activityDateTime gt 2023-07-30 and activityDateTime lt 2023-07-31)",
    ],
    [
      "several conditions on a step",
      "provisioningSteps/any(s:s/status eq 'failure' and s/provisioningStepType eq 'export' and contains(tolower(s/description),'conflict') and not startswith(s/name,'Entry'))",
    ],
    [
      "steps and properties",
      "provisioningSteps/all(s:s/status eq 'success') and modifiedProperties/any(p:p/displayName eq 'mail' and p/newValue ne p/oldValue)",
    ],
    ["a hundred ids in a list", `changeId in (${many(100, (index) => `'${guid(index)}'`, ",")})`],
    ["a hundred ids by or", many(100, (index) => `sourceIdentity/id eq '${guid(index)}'`)],
    ["a thousand ids by or", many(1_000, (index) => `tenantId eq '${guid(index)}'`)],
    ["a hundred values inside any", `provisioningSteps/any(s:${many(100, (index) => `s/name eq 'step ${index}'`)})`],
    ["thirty searches", many(30, (index) => `contains(tolower(sourceIdentity/displayName),'person ${index}')`)],
    [
      "all names in any case",
      many(
        6,
        (index) =>
          `contains(tolower(${["servicePrincipal", "sourceIdentity", "targetIdentity", "sourceSystem", "targetSystem", "initiatedBy"][index]}/displayName),'x')`,
      ),
    ],
    [
      "properties of a step beside those of the summary",
      "provisioningSteps/any(s:s/name eq sourceIdentity/displayName)",
    ],
    [
      "undeclared properties",
      "targetSystem/details/ServicePrincipalId eq 'x' and sourceIdentity/details/odatatype eq 'User'",
    ],
  ])("%s", (_name, text) => {
    expect(() => guardWork(bind(text))).not.toThrow();
  });
});

describe("what could take long on one summary is refused", () => {
  it.each([
    [
      "a collection inside another",
      "provisioningSteps/any(s:modifiedProperties/any(p:p/displayName eq s/name))",
      "side by side",
    ],
    ["a long text searched for each step", "provisioningSteps/any(s:contains(tenantId,s/name))", "calls contains"],
    [
      "a long text searched in each step",
      "provisioningSteps/any(s:contains(s/name,tolower(tenantId)))",
      "calls contains",
    ],
    ["many searches", many(150, (index) => `contains(tenantId,'x${index}')`), "fewer text functions"],
    [
      "many functions inside any",
      `provisioningSteps/any(s:${many(5, (index) => `substring(s/name,${index}) eq 'x'`)})`,
      "fewer text functions",
    ],
    ["many collections", many(20, (index) => `provisioningSteps/any(s:s/name eq '${index}')`), "would take too long"],
    ["many undeclared properties", many(100, (index) => `sourceIdentity/details/p${index} eq 'x'`), "undeclared"],
    ["texts that grow", "concat(concat(tenantId,jobId),concat(concat(tenantId,jobId),jobId)) eq 'x'", "one text"],
    [
      "unknown members for each step",
      "provisioningSteps/any(s:s/status eq provisioningStatusInfo/status)",
      "member of an enum",
    ],
    [
      "many comparisons of unknown members",
      many(6, () => "initiatedBy/initiatorType ne initiatedBy/initiatorType"),
      "would take too long",
    ],
    [
      "several comparisons of unknown members inside any",
      "provisioningSteps/any(s:s/status ne s/status or s/provisioningStepType ne s/provisioningStepType)",
      "would take too long",
    ],
    [
      "many comparisons with members inside all",
      `provisioningSteps/all(s:${many(40, () => "s/status ne 'failure'", " and ")})`,
      "would take too long",
    ],
    [
      "many long texts searched for in each property",
      `modifiedProperties/any(p:${many(9, (index) => `contains(p/newValue,'${"a".repeat(100)}${index}')`)})`,
      "fewer text functions",
    ],
  ])("%s", (_name, text, words) => {
    expect(() => guardWork(bind(text))).toThrow(
      expect.objectContaining({ code: "unsupportedQuery", message: expect.stringContaining(words) }),
    );
  });

  it("nesting that no parser lets through", () => {
    let filter = bind("jobId eq 'x'");
    for (let depth = 0; depth < 200; depth += 1) filter = { kind: "not", operand: filter, type: "Edm.Boolean" };
    expect(() => guardWork(filter)).toThrow("deeper than 100 levels");
  });
});
