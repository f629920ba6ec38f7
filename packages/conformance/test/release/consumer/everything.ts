// What a program on Node might write. The release test type-checks it against what was published.
import { type ExitCode, exitCodes } from "@org/cli";
import { createMockServer, startMockServer } from "@org/mock-server";
import { openStore, StoreError } from "@org/store";
import { listFailures } from "./libraries.js";

export async function countFailures(): Promise<number> {
  const mock = await startMockServer({ scenario: "steady", count: 10 });
  try {
    return (await listFailures()).length;
  } finally {
    await mock.close();
  }
}

export async function health(): Promise<number> {
  const mock = await createMockServer();
  const { statusCode } = await mock.inject({ url: "/_mock/health" });
  await mock.close();
  return statusCode;
}

export async function keep(file: string): Promise<boolean> {
  try {
    const store = await openStore(file);
    await store.close();
    return true;
  } catch (error) {
    if (StoreError.isInstance(error)) return false;
    throw error;
  }
}

export const codes: readonly ExitCode[] = Object.values(exitCodes);
