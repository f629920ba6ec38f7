import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { openStore } from "@org/store";
import { expect, it } from "vitest";
import { createTemporaryFolder } from "../temporary-folder.js";

const newPath = createTemporaryFolder();
const opener = fileURLToPath(new URL("./opener.mjs", import.meta.url));

/** What each of several processes says that open a file at one moment; all are gone afterwards. */
async function openAtOnce(file: string, processes: number): Promise<string[]> {
  const moment = String(Date.now() + 2_500);
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, [opener, file, moment], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  const answers = await Promise.all(children.map(firstLineOf));
  await Promise.all(
    children.map(async (child) => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, "close");
    }),
  );
  return answers;
}

async function firstLineOf(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  const [text] = await once(child.stdout, "data");
  return String(text).trim();
}

it("gives a file to exactly one of many processes that open it at once, new or old", async () => {
  const file = newPath();
  for (let round = 0; round < 4; round += 1) {
    const answers = await openAtOnce(file, 4);
    expect(answers.sort()).toEqual(["locked", "locked", "locked", "opened"]);
  }
  await using store = await openStore(file);
  expect(await store.forTenant("contoso").count()).toBe(0);
});
