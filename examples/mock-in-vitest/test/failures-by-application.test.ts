import { createProvisioningClient } from "@org/client";
import { startMockServer } from "@org/mock-server";
import { parseCreate } from "@org/models";
import { buildProvisioningObjectSummary } from "@org/models/fixtures";
import { afterAll, beforeEach, expect, it } from "vitest";
import { failuresByApplication } from "../src/failures-by-application.js";

// One server for the file, on a free port, empty before every test.
const mock = await startMockServer();
const client = createProvisioningClient({ baseUrl: mock.url, accessToken: mock.token });

beforeEach(() => mock.reset());
afterAll(() => mock.close());

/** Stores an event; what a test does not care about is made up for it. */
async function store(application: string, status: "success" | "failure"): Promise<void> {
  const built = buildProvisioningObjectSummary({
    servicePrincipal: { displayName: application },
    provisioningStatusInfo: { status },
  });
  const { id: _, ...event } = parseCreate(built);
  await client.create(event);
}

it("counts failed events by application", async () => {
  await store("Fabrikam", "failure");
  await store("Fabrikam", "success");
  await store("Litware", "failure");
  await store("Fabrikam", "failure");
  expect(await failuresByApplication(client)).toEqual(
    new Map([
      ["Fabrikam", 2],
      ["Litware", 1],
    ]),
  );
});

it("counts nothing in an empty log", async () => {
  expect(await failuresByApplication(client)).toEqual(new Map());
});

it("finds the failures of a made-up company", async () => {
  // The same seed tells the same story on every machine.
  await using steady = await startMockServer({ scenario: "steady", seed: 7, count: 250 });
  const steadyClient = createProvisioningClient({ baseUrl: steady.url, accessToken: steady.token });
  expect((await failuresByApplication(steadyClient)).size).toBeGreaterThan(0);
});
