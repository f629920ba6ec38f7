import { createProvisioningClient, GraphError } from "@org/client";
import { expect } from "vitest";
import { type Ask, expectAnswers, storeQueryEvents } from "../../src/ask.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

const ask: Ask = async ({ url, token }, { top, count, ...query }) => {
  const client = createProvisioningClient({ baseUrl: url, accessToken: token });
  const pages = [];
  let counted: number | undefined;
  try {
    const options = { ...query, top: top === undefined ? undefined : Number(top), count: count === true };
    for await (const { items, count } of client.pages(options)) {
      pages.push(items);
      counted ??= count;
    }
  } catch (error) {
    if (!GraphError.isInstance(error)) throw error;
    return { status: error.status, code: error.code, message: error.graphMessage };
  }
  return { pages, count: counted };
};

verifies("client:own:queries", async (mock) => {
  await expectAnswers(mock, "own", ask);
});

verifies("client:own:count-and-token", async (mock) => {
  await storeQueryEvents(mock);
  const client = createProvisioningClient({ baseUrl: mock.url, accessToken: mock.token });
  expect(await client.count({ filter: "provisioningStatusInfo/status eq 'failure'" })).toBe(4);
  for await (const { nextLink } of client.pages({ top: 5 })) {
    const at = String(nextLink).indexOf("skiptoken=") + 30;
    const changed = `${nextLink?.slice(0, at)}${nextLink?.[at] === "A" ? "B" : "A"}${nextLink?.slice(at + 1)}`;
    const refusal: unknown = await client
      .pages({ nextLink: changed })
      [Symbol.asyncIterator]()
      .next()
      .catch((error) => error);
    expect(GraphError.isInstance(refusal) && [refusal.status, refusal.code]).toEqual([400, "BadRequest"]);
    break;
  }
});
