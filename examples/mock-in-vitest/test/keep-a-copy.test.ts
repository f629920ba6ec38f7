import { createProvisioningClient, where } from "@org/client";
import { startMockServer } from "@org/mock-server";
import { afterAll, expect, it } from "vitest";
import { type Copy, keepACopy } from "../src/keep-a-copy.js";

const mock = await startMockServer({ scenario: "steady", seed: 7, count: 700 });
const connect = () => createProvisioningClient({ baseUrl: mock.url, accessToken: mock.token });

afterAll(() => mock.close());

it("goes on where it was stopped, with every failure once", async () => {
  // What another process would find in the file.
  let file = JSON.stringify({ ids: [] } satisfies Copy);
  let savesLeft = 2;
  const save = async (copy: Copy) => {
    file = JSON.stringify(copy);
    savesLeft -= 1;
    if (savesLeft === 0) throw new Error("stopped");
  };
  await expect(keepACopy(connect(), JSON.parse(file), save)).rejects.toThrow("stopped");
  expect((JSON.parse(file) as Copy).ids).toHaveLength(20);
  await keepACopy(connect(), JSON.parse(file), save);
  const { ids } = JSON.parse(file) as Copy;
  const failures = where("provisioningStatusInfo/status").eq("failure");
  expect(ids).toHaveLength(await connect().count({ filter: failures }));
  expect(new Set(ids).size).toBe(ids.length);

  // Nothing is left, and nothing begins anew.
  await keepACopy(connect(), JSON.parse(file), save);
  expect((JSON.parse(file) as Copy).ids).toEqual(ids);
});
