import { expect } from "vitest";
import { wholeBody } from "../../src/page-example.js";
import { beta } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url, { auth: "off" });

verifies("auth:off", async ({ callAnonymously }) => {
  expect((await callAnonymously("PATCH", beta, { body: wholeBody })).status).toBe(200);
  expect((await callAnonymously("GET", beta)).status).toBe(200);
});
