import { expect } from "vitest";
import { wholeBody } from "../../src/page-example.js";
import { createVerifies } from "../../src/verifies.js";
import { runCli } from "./run-cli.js";

const verifies = createVerifies(import.meta.url);

verifies("client:cli", async (mock) => {
  const { id } = await mock.create({ jobId: "before", cycleId: "stays" });

  const contract = await runCli(mock, ["update", "-", "-o", "json"], JSON.stringify({ id, jobId: "contract" }));
  expect([contract.exitCode, JSON.parse(contract.stdout).jobId]).toEqual([0, "contract"]);
  const byId = await runCli(mock, ["update", "--id", id, "--set", "statusInfo/status=failure", "-o", "json"]);
  expect([byId.exitCode, JSON.parse(byId.stdout).id]).toEqual([0, id]);
  expect(await mock.read(id)).toMatchObject({
    jobId: "contract",
    cycleId: "stays",
    provisioningStatusInfo: { status: "failure" },
  });

  const created = await runCli(mock, ["update", "-", "-o", "json"], JSON.stringify(wholeBody));
  expect(await mock.read(JSON.parse(created.stdout).id)).toMatchObject({ jobId: wholeBody.jobId });

  const one = await runCli(mock, ["get", id, "-o", "json"]);
  expect(JSON.parse(one.stdout)).toMatchObject({ id, jobId: "contract" });
  const all = await runCli(mock, ["list", "-o", "ndjson"]);
  const ids = all.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).id);
  expect(ids.sort()).toEqual([id, JSON.parse(created.stdout).id].sort());

  const missing = await runCli(mock, ["get", "nobody"]);
  expect(missing.exitCode).not.toBe(0);
  expect(missing.stdout).toBe("");
  expect(missing.stderr).toContain("Request_ResourceNotFound");
});
