import { openStore } from "@org/store";
import { expect, it } from "vitest";
import { gateWrites } from "../src/write-gate.js";

it("lets writes wait while a task is alone, and reads pass", async () => {
  await using inner = await openStore(undefined);
  const { store, alone } = gateWrites(inner);
  const steps: string[] = [];
  let finish = (): void => {};
  const task = alone(async () => {
    steps.push("task begins");
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    steps.push("task ends");
  });
  const write = store
    .forTenant("a")
    .clear()
    .then(() => steps.push("written"));
  expect(await store.forTenant("a").count()).toBe(0);
  await new Promise((resolve) => setImmediate(resolve));
  expect(steps).toEqual(["task begins"]);
  finish();
  await Promise.all([task, write]);
  expect(steps).toEqual(["task begins", "task ends", "written"]);
});

it("begins a task when the writes under way have ended, and opens again when it fails", async () => {
  await using inner = await openStore(undefined);
  const { store, alone } = gateWrites(inner);
  const steps: string[] = [];
  const write = store
    .forTenant("a")
    .insertMany([])
    .then(() => steps.push("written"));
  const task = alone(async () => {
    steps.push("task");
    throw new Error("no");
  });
  await expect(task).rejects.toThrow("no");
  await write;
  expect(steps).toEqual(["written", "task"]);
  expect(await store.forTenant("a").clear()).toBe(0);
});
