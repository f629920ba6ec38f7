import { expect } from "vitest";
import { pageExample } from "../../src/page-example.js";
import { beta, hintOf, membersOf, unversioned } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";
import { sendWithCurl } from "./curl.js";

const verifies = createVerifies(import.meta.url);

verifies("client:curl", async ({ url, call, callAnonymously }) => {
  const hint = hintOf(await callAnonymously("PATCH", beta, { body: pageExample }));
  const header = String(/-H "([^"]+)"/.exec(hint)?.[1]);
  for (const address of [beta, unversioned]) {
    expect(await sendWithCurl("PATCH", `${url}${address}`, header, pageExample)).toBe(200);
  }
  expect(membersOf(await call("GET", beta))).toHaveLength(2);
});
