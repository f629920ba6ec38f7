import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderContractPage } from "../scripts/render-contract-page.js";
import { call, contractPath, createTestServer } from "./call.js";
import { pageExample } from "./page-example.js";
import { rows } from "./read-rows.js";

const page = "../../../docs/update-directory-provisioning.md";

it("keeps docs/update-directory-provisioning.md as the cases make it", async () => {
  await using server = await createTestServer();
  const host = "127.0.0.1:4480";
  const headers = { host, "content-type": "application/json" };
  const reply = await call(server, "PATCH", contractPath, { body: pageExample, headers });
  await expect(renderContractPage(rows, reply.json())).toMatchFileSnapshot(page);
});

it("tells every row's cases", () => {
  const text = readFileSync(new URL(page, import.meta.url), "utf8");
  for (const row of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const count = rows.filter((one) => one[5] === row).length;
    expect(text).toMatch(new RegExp(`^\\| ${row} +\\| ${count} +\\| `, "m"));
  }
});
