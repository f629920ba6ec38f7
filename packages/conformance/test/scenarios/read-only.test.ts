import { expect } from "vitest";
import { wholeBody } from "../../src/page-example.js";
import { beta, betaProvisioning, errorOf, membersOf, unversioned, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url, { readOnly: true, scenario: "steady", count: 3 });

verifies("method:read-only", async ({ call }) => {
  const before = membersOf(await call("GET", v1));
  expect(before).toHaveLength(3);
  const id = String(before[0]?.["id"]);
  const writes = [
    ["PATCH", beta],
    ["PATCH", unversioned],
    ...[beta, betaProvisioning, v1].flatMap((set) => [
      ["POST", set],
      ["PATCH", `${set}/${id}`],
      ["DELETE", `${set}/${id}`],
    ]),
  ];
  for (const [method, path] of writes) {
    const reply = await call(String(method), String(path), method === "DELETE" ? {} : { body: wholeBody });
    expect([method, path, reply.status]).toEqual([method, path, 405]);
    expect(errorOf(reply)).toMatchObject({
      code: "Request_BadRequest",
      message: "Specified HTTP method is not allowed for the request target.",
    });
  }
  expect(membersOf(await call("GET", v1))).toEqual(before);
});
