import { describe, expect, it } from "vitest";
import { core as lowest } from "zod-lowest";
import { runAgainstBuild } from "./support.js";

const program = `
  import * as models from "@org/models";
  import * as v1 from "@org/models/v1";
  import { buildProvisioningObjectSummary } from "@org/models/fixtures";

  const print = (value: unknown) => console.log(JSON.stringify(value));
  const stored = buildProvisioningObjectSummary({ action: "EntryExportUpdate", statusInfo: { errorCode: "E" } });
  const wire = JSON.parse(new TextDecoder().decode(models.toWire(stored).bytes));
  print(JSON.stringify(models.applyUpdate(stored, models.parseUpdate(wire))) === JSON.stringify(stored));
  const bad = { jobID: 1, durationInMilliseconds: 0.5, activityDateTime: "x", provisioningAction: "z", provisioningSteps: [null] };
  const result = models.safeParseUpdate(bad);
  print(result.success ? [] : result.error.issues.map(({ code }) => code));
  print(models.provisioningObjectSummaryUpdateSchema.safeParse({ jobID: 1 }).error?.issues.map(({ message }) => message));
  print(v1.provisioningObjectSummarySchema.parse({ id: "1", activityDateTime: "2026-03-02T08:14:05Z", provisioningAction: "z", more: 1 }));
  print(models.graphErrorBodySchema.parse({ error: { code: "", message: "", innererror: { code: "deep" } } }));
`;

it("the lowest zod is really that", () => {
  expect(lowest.version).toMatchObject({ major: 4, minor: 0, patch: 0 });
});

describe.each([
  ["the zod of this repository", {}],
  ["the lowest zod the peer range allows", { zod: "zod-lowest" }],
])("with %s", (_, alias) => {
  it("reads, refuses and renders the same", async () => {
    expect(await runAgainstBuild(program, alias)).toEqual([
      "true",
      '["unknownProperty","dateTimeOffset","int32","unknownMember","nullNotAllowed"]',
      '["is not a property of microsoft.graph.provisioningObjectSummary"]',
      '{"id":"1","activityDateTime":"2026-03-02T08:14:05Z","provisioningAction":"z","more":1}',
      '{"error":{"code":"","message":"","innerError":{"code":"deep"}}}',
    ]);
  });
});
