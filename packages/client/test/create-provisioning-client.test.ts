import { describe, expect, it } from "vitest";
import * as core from "../src/core.js";
import * as main from "../src/index.js";
import { collect, failureOf, fakeService, json } from "./fake-service.js";

const event = { id: "a", activityDateTime: "2026-03-02T08:14:05Z" };
const connect = (...answers: Parameters<typeof fakeService>) =>
  main.createProvisioningClient(fakeService(...answers).options);

describe("the validating client", () => {
  it("reads an event with more than it knows: a new property, a new enum member", async () => {
    const newer = { ...event, action: "Reboot", provisioningAction: "reboot", colour: "green" };
    expect(await connect(json(newer)).get("a")).toEqual(newer);
  });

  it("names the property of the wrong type", async () => {
    const error = await failureOf(connect(json({ ...event, durationInMilliseconds: "5" })).get("a"));
    expect(error).toMatchObject({ reason: "schema", issues: [{ path: ["durationInMilliseconds"] }] });
  });

  it("names the page's index, too", async () => {
    const error = await failureOf(collect(connect(json({ value: [event, { id: "b" }] })).list()));
    expect(error).toMatchObject({ issues: [{ path: ["value", 1, "activityDateTime"] }] });
  });

  it("updates by contract", async () => {
    const service = fakeService(json(event));
    await main.createProvisioningClient(service.options).updateByContract({ id: "a", action: null });
    expect(service.requests[0]).toMatchObject({ method: "PATCH", body: '{"id":"a","action":null}' });
  });

  it("reads v1.0 from provisioning", async () => {
    const service = fakeService(json(event));
    const client = main.createProvisioningClient({ ...service.options, version: "v1.0" });
    expect(await client.get("a")).toEqual(event);
    expect(service.requests[0]?.url).toBe("https://graph.example/v1.0/auditLogs/provisioning/a");
  });
});

describe("the public surface", () => {
  const names = [
    "AuthenticationError",
    "CheckpointError",
    "GraphError",
    "NetworkError",
    "ResponseShapeError",
    "ThrottledError",
    "createProvisioningClient",
  ];

  it("has these values and no others", () => {
    expect(Object.keys(main).sort()).toEqual([...names, "v1Where", "where"]);
    expect(Object.keys(core).sort()).toEqual(names);
  });

  it("has the same errors at both entries", () => {
    expect(main.GraphError).toBe(core.GraphError);
  });
});
