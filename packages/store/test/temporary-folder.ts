import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder of this test file, removed when it ends; gives paths of files in it that do not exist yet. */
export function createTemporaryFolder(): (name?: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "provlog-store-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  return (name = "store.db") => {
    count += 1;
    return join(folder, `${count}-${name}`);
  };
}
