import { createHash } from "node:crypto";
import { createProvisioningClient } from "@org/client";
import type { StartOptions } from "@org/mock-server";
import type { ProvisioningObjectSummaryUpdate } from "@org/models";
import { afterAll, expect } from "vitest";
import { wholeBody } from "../../src/page-example.js";
import { beta, openScenario, type Scenario } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";
import { makeCertificate } from "./certificate.js";
import { startClientProcess } from "./client-process.js";
import { sendWithCurl } from "./curl.js";
import { runCli } from "./run-cli.js";

const verifies = createVerifies(import.meta.url);
const { https, certificatePath, remove } = await makeCertificate();
const kiota = startClientProcess(new URL("./drivers/kiota.mjs", import.meta.url));
const graph = startClientProcess(new URL("./drivers/graph-client.mjs", import.meta.url), {
  NODE_EXTRA_CA_CERTS: certificatePath,
});
afterAll(async () => {
  kiota[Symbol.dispose]();
  graph[Symbol.dispose]();
  await remove();
});

const id = "00000000-0000-4000-8000-00000000517e";
const initial = { ...wholeBody, id };

const change = {
  activityDateTime: "2026-03-02T09:30:00.250Z",
  jobId: "scim.contoso.after",
  cycleId: null,
  durationInMilliseconds: 1_250,
  provisioningAction: "update",
  provisioningStatusInfo: {
    status: "failure",
    errorInformation: {
      errorCode: "EntryConflict",
      errorCategory: "nonServiceFailure",
      reason: "Another entry has the same “mail”.",
      additionalDetails: null,
      recommendedAction: null,
    },
  },
  servicePrincipal: { displayName: "Zoë’s SCIM" },
  targetSystem: { details: { Active: "False", Region: "north" } },
  provisioningSteps: [
    {
      name: "EntryExportUpdate",
      provisioningStepType: "export",
      status: "failure",
      description: "",
      details: { userName: "ada@fabrikam.example" },
    },
  ],
  modifiedProperties: [{ displayName: "mail", oldValue: null, newValue: "ada@fabrikam.example" }],
} satisfies ProvisioningObjectSummaryUpdate;

/** The same change as the generated models hold it: free-form values stand in `additionalData`. */
const open = (details: object) => ({ additionalData: details });
const model = {
  ...change,
  targetSystem: { details: open(change.targetSystem.details) },
  provisioningSteps: change.provisioningSteps.map((step) => ({ ...step, details: open(step.details) })),
};

const body = { id, ...change };
const byId = `${beta}/${id}`;
const own = ({ url, token }: Scenario) => createProvisioningClient({ baseUrl: url, accessToken: token });
const oldRoot = (mock: Scenario) => ({ url: mock.url, token: mock.token, version: "v1.0" });

/** Every way to send the change. Those of microsoft-graph-client need https. */
const clients: Record<string, (mock: Scenario) => Promise<unknown>> = {
  "plain HTTP, contract": (mock) => mock.call("PATCH", beta, { body }),
  "plain HTTP, by id": (mock) => mock.call("PATCH", byId, { body: change }),
  "fetch, contract": ({ url, token }) =>
    fetch(`${url}${beta}`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  "curl, contract": ({ url, token }) => sendWithCurl("PATCH", `${url}${beta}`, `Authorization: Bearer ${token}`, body),
  "@org/client, contract": (mock) => own(mock).updateByContract(body),
  "@org/client, by id": (mock) => own(mock).update(id, change),
  "provlog update, contract": (mock) => runCli(mock, ["update", "-"], JSON.stringify(body)),
  "provlog update, by id": (mock) => runCli(mock, ["update", "--id", id, "-"], JSON.stringify(change)),
  "microsoft-graph-client, contract": (mock) =>
    graph.ask("patch", mock, { path: "/auditLogs/directoryProvisioning", body }),
  "microsoft-graph-client, by id": (mock) =>
    graph.ask("patch", mock, { path: `/auditLogs/directoryProvisioning/${id}`, body: change }),
  "kiota beta, contract": (mock) => kiota.ask("patch", mock, { model: { id, ...model } }),
  "kiota beta, by id": (mock) => kiota.ask("patch", mock, { id, model }),
  "kiota v1.0, by id": (mock) => kiota.ask("patch", oldRoot(mock), { id, model }),
};

/** sha256 of the stored summary as GET answers it, without the address of the mock that answered. */
async function digestAfter(send: (mock: Scenario) => Promise<unknown>, options: StartOptions): Promise<string> {
  await using mock = await openScenario(options);
  await mock.create(initial);
  const before = await mock.call("GET", byId);
  await send(mock);
  const { status, text } = await mock.call("GET", byId);
  expect(status).toBe(200);
  expect(text).not.toBe(before.text);
  return createHash("sha256").update(text.replaceAll(mock.url, "")).digest("hex");
}

verifies("client:same-update", async () => {
  const digests: Record<string, string> = {};
  for (const [name, send] of Object.entries(clients)) {
    digests[name] = await digestAfter(send, name.startsWith("microsoft") ? { https } : {});
  }
  const lines = Object.entries(digests).map(([name, digest]) => `${digest}  ${name}`);
  console.info(`sha256 of the stored summary after the same update\n${lines.join("\n")}`);
  const expected = digests["plain HTTP, contract"];
  expect(digests).toEqual(Object.fromEntries(Object.keys(clients).map((name) => [name, expected])));
});
