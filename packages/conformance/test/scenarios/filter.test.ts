import { expect } from "vitest";
import { askHttp, expectAnswers, storeQueryEvents } from "../../src/ask.js";
import { beta, errorOf, type Json, membersOf, type Scenario, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

/** Every question of one statement, asked on both versions. */
async function expectStatement(mock: Scenario, statement: number): Promise<void> {
  for (const set of [v1, beta]) {
    await mock.reset();
    await expectAnswers(mock, "http", askHttp(set), statement);
  }
}

verifies("filter:unknown-property", (mock) => expectStatement(mock, 18));
verifies("filter:no-zone", (mock) => expectStatement(mock, 19));
verifies("filter:quoted-time", (mock) => expectStatement(mock, 20));
verifies("filter:syntax", (mock) => expectStatement(mock, 21));
verifies("select:unknown", (mock) => expectStatement(mock, 22));
verifies("count:invalid", (mock) => expectStatement(mock, 23));
verifies("filter:documented", (mock) => expectStatement(mock, 42));
verifies("filter:documented-example", (mock) => expectStatement(mock, 43));
verifies("filter:apostrophe", (mock) => expectStatement(mock, 44));
verifies("filter:strict-times", (mock) => expectStatement(mock, 45));
verifies("filter:no-hits", (mock) => expectStatement(mock, 46));
verifies("filter:null-complex", (mock) => expectStatement(mock, 47));

verifies("query:pages", async (mock) => {
  for (const statement of [52, 53, 54]) await expectStatement(mock, statement);
});

verifies("filter:case", async (mock) => {
  await expectStatement(mock, 90);
  expect(await idsOf(mock, "sourceIdentity/displayName eq 'ADA EXAMPLE'")).toEqual([]);
  expect(await idsOf(mock, "contains(jobId,'dropbox')")).toEqual([]);
});

verifies("filter:operators", async (mock) => {
  await storeQueryEvents(mock);
  const expected: Record<string, readonly string[]> = {
    "provisioningAction in ('delete','other')": ["e08", "e06"],
    "not (provisioningStatusInfo/status eq 'success') and provisioningAction ne 'update'": ["e10", "e08", "e06", "e02"],
    "startswith(sourceIdentity/displayName,'Zo') or endswith(sourceIdentity/displayName,'Sons')": ["e09", "e04"],
    "targetIdentity/displayName eq null": ["e10", "e05"],
    "length(sourceIdentity/displayName) eq 10": ["e07", "e04"],
    "indexof(jobId,'contoso') eq 5 and day(activityDateTime) eq 3": ["e12"],
    "concat(servicePrincipal/displayName,'!') eq 'Dropbox Business!' and hour(activityDateTime) eq 10": ["e09"],
    "date(activityDateTime) eq 2026-03-01": ["e01"],
    "provisioningSteps/$count eq 0 and id eq 'e01'": ["e01"],
    "2 mul 3 add 1 eq 7 and id eq 'e02'": ["e02"],
  };
  for (const [filter, ids] of Object.entries(expected))
    expect([filter, await idsOf(mock, filter)]).toEqual([filter, ids]);
});

verifies("filter:lambda-all", async (mock) => {
  const step = (name: string, status: string) => ({ name, status, provisioningStepType: "import", details: {} });
  await mock.create({ id: "good", provisioningSteps: [step("a", "success"), step("b", "success")] });
  await mock.create({ id: "half", provisioningSteps: [step("a", "success"), step("b", "failure")] });
  expect(await idsOf(mock, "provisioningSteps/all(s:s/status eq 'success')")).toEqual(["good"]);
  expect(await idsOf(mock, "provisioningSteps/any(s:s/name eq 'b' and s/status eq 'failure')")).toEqual(["half"]);
});

verifies("filter:bounded", async (mock) => {
  await storeQueryEvents(mock);
  const tooMuch = [
    `${"(".repeat(200)}id eq 'e01'${")".repeat(200)}`,
    Array.from({ length: 6_000 }, () => "true").join(" or "),
    `${"not ".repeat(200)}true`,
    "provisioningSteps/any(a:a/x/any(b:b/y/any(c:c eq 1)))",
  ];
  for (const filter of tooMuch) {
    // Blanks as `+` keep the long one below the longest URL.
    const reply = await mock.call("GET", `${v1}?$filter=${filter.replaceAll(" ", "+")}`);
    const about = filter.slice(0, 20);
    expect([about, [400, 414].includes(reply.status), errorOf(reply).code]).toEqual([about, true, expect.any(String)]);
  }
  expect(await idsOf(mock, "id eq 'e01'")).toEqual(["e01"]);
});

async function idsOf({ call }: Scenario, filter: string): Promise<unknown[]> {
  const reply = await call("GET", `${v1}?$filter=${encodeURIComponent(filter)}`);
  expect([filter, reply.status, errorOf(reply)]).toEqual([filter, 200, {}]);
  return membersOf(reply).map(({ id }: Json) => id);
}
