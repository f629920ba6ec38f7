import { expect } from "vitest";
import { storeQueryEvents } from "../../src/ask.js";
import { errorOf, hintOf, membersOf, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url, { profile: "strict" });

verifies("profile:strict:options", async (mock) => {
  await storeQueryEvents(mock);
  for (const [query, name] of [
    ["$select=id", "Select"],
    ["$count=true", "Count"],
    ["$skip=1", "Skip"],
  ] as const) {
    const reply = await mock.call("GET", `${v1}?${query}`);
    expect([query, reply.status, errorOf(reply)]).toMatchObject([
      query,
      400,
      {
        code: "BadRequest",
        message: `The query specified in the URI is not valid. Query option '${name}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.`,
      },
    ]);
  }
});

verifies("profile:strict:operators", async (mock) => {
  await storeQueryEvents(mock);
  const ask = (filter: string) => mock.call("GET", `${v1}?$filter=${encodeURIComponent(filter)}`);
  for (const filter of [
    "activityDateTime ge 2026-03-02T00:00:00Z",
    "jobId ne 'x'",
    "startswith(jobId,'x')",
    "contains(activityDateTime,'2026')",
    "provisioningSteps/all(s:s/status eq 'success')",
  ]) {
    const reply = await ask(filter);
    expect([filter, reply.status, errorOf(reply)]).toMatchObject([filter, 400, { code: "BadRequest" }]);
    expect(errorOf(reply).message).toMatch(/^Invalid filter clause/);
    expect(hintOf(reply)).toMatch(/./);
  }
  const bare = await ask("activityDateTime ge 2026-03-02T00:00:00Z");
  expect(errorOf(bare).message).toBe("Invalid filter clause");
  const documented = await ask("activityDateTime gt 2026-03-02T09:30:00Z and contains(jobId,'Dropbox')");
  expect(membersOf(documented).map(({ id }) => id)).toEqual(["e11", "e09"]);
});

verifies("profile:strict:top", async (mock) => {
  const reply = await mock.call("GET", `${v1}?$top=1001`);
  expect([reply.status, errorOf(reply).message]).toEqual([
    400,
    expect.stringContaining(
      "The limit of '1000' for Top query has been exceeded. The value from the incoming request is '1001'.",
    ),
  ]);
  expect((await mock.call("GET", `${v1}?$top=1000`)).status).toBe(200);
});
