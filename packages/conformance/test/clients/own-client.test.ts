import { createProvisioningClient, GraphError } from "@org/client";
import { expect } from "vitest";
import { wholeBody } from "../../src/page-example.js";
import { type Scenario, scenarioTime } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

const connect = ({ url, token }: Scenario) => createProvisioningClient({ baseUrl: url, accessToken: token });

verifies("client:own", async (mock) => {
  const client = connect(mock);
  const created = await client.create({ activityDateTime: scenarioTime, jobId: "before" });
  expect(await mock.read(created.id)).toMatchObject({ jobId: "before" });
  expect(await client.get(created.id)).toMatchObject({ id: created.id, jobId: "before" });

  expect(await client.update(created.id, { jobId: "after" })).toMatchObject({ jobId: "after" });
  expect(await client.updateByContract({ id: created.id, cycleId: "cycle" })).toMatchObject({ cycleId: "cycle" });
  expect(await mock.read(created.id)).toMatchObject({ jobId: "after", cycleId: "cycle" });

  const whole = await client.updateByContract(wholeBody);
  const ids = [];
  for await (const { id } of client.list({ top: 1 })) ids.push(id);
  expect(ids.sort()).toEqual([created.id, whole.id].sort());

  await client.delete(created.id);
  const error: unknown = await client.get(created.id).catch((caught: unknown) => caught);
  expect(GraphError.isInstance(error) && [error.status, error.code]).toEqual([404, "Request_ResourceNotFound"]);
  expect(GraphError.isInstance(error) && error.requestId).toMatch(/^[0-9a-f-]{36}$/);
});
