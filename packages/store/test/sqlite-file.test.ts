import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { openStore, StoreError } from "../src/index.js";
import { migrations } from "../src/sqlite/migrations.js";
import { build, membersOf, newestIds, textOf } from "./summaries.js";
import { createTemporaryFolder } from "./temporary-folder.js";

const newPath = createTemporaryFolder();

const companionsOf = (path: string) => readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)));

async function writeStore(path: string, ids: readonly string[]): Promise<void> {
  await using store = await openStore(path);
  await store.forTenant("contoso").insertMany(ids.map((id) => build(id)));
}

async function idsIn(path: string): Promise<string[]> {
  await using store = await openStore(path);
  return (await newestIds(store.forTenant("contoso"))).sort();
}

/** Every message says what happened, why, and what to do. */
const failsWith = (code: string, message: RegExp) =>
  expect.objectContaining({ name: "StoreError", code, message: expect.stringMatching(message) });

describe("a database file", () => {
  it("holds everything after closing and opening, in one file", async () => {
    const path = newPath();
    const summary = build("a", { changeId: "łukasz" });
    const store = await openStore(path);
    const { etag } = await store.forTenant("contoso").insert(summary);
    await store.close();
    expect(companionsOf(path)).toEqual([basename(path)]);

    await using again = await openStore(path);
    const stored = await again.forTenant("contoso").get("a", "v1");
    expect([stored?.etag, textOf(stored)]).toEqual([etag, membersOf(summary, "v1")]);
  });

  it("never gives out an etag again, also after deleting, undoing and opening again", async () => {
    const path = newPath();
    const seen: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      await using store = await openStore(path);
      const tenant = store.forTenant("contoso");
      seen.push((await tenant.insert(build("a"))).etag);
      seen.push((await tenant.update("a", (current) => ({ ...current, changeId: "changed" }))).etag);
      await expect(tenant.insertMany([build("b"), build("a")])).rejects.toMatchObject({ code: "duplicateId" });
      await tenant.delete("a");
    }
    expect(new Set(seen).size).toBe(8);
  });

  it("continues its pages after opening again", async () => {
    const path = newPath();
    await writeStore(path, ["a", "b", "c"]);
    const store = await openStore(path);
    const { skipToken } = await store.forTenant("contoso").list({ orderby: [], top: 2 }, "beta");
    await store.close();
    await using again = await openStore(path);
    const page = await again.forTenant("contoso").list({ orderby: [], top: 2, skipToken }, "beta");
    expect(page.summaries).toHaveLength(1);
  });

  it("may be named by a file: URL, and by a path that looks like one of SQLite's", async () => {
    const path = newPath("with blank & ? #.db");
    await writeStore(pathToFileURL(path).href, ["a"]);
    expect([existsSync(path), await idsIn(path)]).toEqual([true, ["a"]]);
  });

  it.each(["mysql://user:secret@host/db", "https://example.com/x.db", ""])("is what '%s' is not", async (url) => {
    const error = await openStore(url).catch((reason: unknown) => reason);
    expect(error).toEqual(failsWith("unsupportedUrl", /path of a database file/));
    expect(String(error)).not.toContain("secret");
  });

  it("is kept as the durability asks", async () => {
    // synchronous has no effect that a test could see without cutting the power; both settings must at least work.
    for (const durability of ["normal", "full"] as const) {
      const path = newPath();
      const store = await openStore(path, { durability });
      await store.forTenant("contoso").insert(build("a"));
      await store.close();
      expect(await idsIn(path)).toEqual(["a"]);
    }
  });
});

describe("a database file that is in use", () => {
  it("is locked to a second store of this process until the first is closed", async () => {
    const path = newPath();
    const first = await openStore(path);
    await first.forTenant("contoso").insert(build("a"));
    await expect(openStore(path)).rejects.toEqual(failsWith("locked", /in use by another.*Stop the other one/));
    await expect(openStore(path, { readOnly: true })).rejects.toMatchObject({ code: "locked" });
    await first.forTenant("contoso").insert(build("b"));
    await first.close();
    expect(await idsIn(path)).toEqual(["a", "b"]);
  });

  it("is locked to a store when another process writes to it, and loses nothing", async () => {
    const path = newPath();
    await writeStore(path, ["a"]);
    const script = `
      const { DatabaseSync } = require("@photostructure/sqlite");
      new DatabaseSync(process.argv[1]).exec("begin immediate");
      console.log("locked");
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ["-e", script, path], {
      cwd: import.meta.dirname,
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(other.stdout, "data");
    await expect(openStore(path)).rejects.toMatchObject({ code: "locked" });
    other.kill("SIGKILL");
    await once(other, "close");
    expect(await idsIn(path)).toEqual(["a"]);
  });

  it("is given to exactly one of many that open it at once", async () => {
    const path = newPath();
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => openStore(path)));
    const opened = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]?.close();
  });
});

describe("a database that is full", () => {
  it("refuses what does not fit with full, keeps what was acknowledged, and goes on when there is room", async () => {
    const path = newPath();
    const store = await openStore(path, { maxBytes: 400_000 });
    const tenant = store.forTenant("contoso");
    const large = { changeId: "x".repeat(10_000) };
    const acknowledged: string[] = [];
    let refusal: unknown;
    for (let index = 0; refusal === undefined && index < 1_000; index += 1) {
      await tenant.insert(build(`a${index}`, large)).then(
        () => acknowledged.push(`a${index}`),
        (reason: unknown) => {
          refusal = reason;
        },
      );
    }
    expect(refusal).toEqual(failsWith("full", /is full.*Make room/));
    expect(acknowledged.length).toBeGreaterThan(10);

    // A refused batch is refused whole, insertMany too; reads and deletes go on.
    const batch = await Promise.allSettled([
      tenant.insert(build("b")),
      tenant.insert(build("c", large)),
      tenant.insert(build("d", { changeId: "y".repeat(300_000) })),
    ]);
    expect(batch.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect([await tenant.get("b", "beta"), await tenant.count()]).toEqual([undefined, acknowledged.length]);
    await expect(tenant.insertMany([build("e"), build("f", { changeId: "y".repeat(300_000) })])).rejects.toMatchObject({
      code: "full",
    });
    expect((await newestIds(tenant)).sort()).toEqual([...acknowledged].sort());

    for (const id of acknowledged.splice(0, 5)) await tenant.delete(id);
    await tenant.insert(build("b", large));
    await store.close();
    expect(await idsIn(path)).toEqual([...acknowledged, "b"].sort());
  });

  it("may be one in memory", async () => {
    await using store = await openStore(undefined, { maxBytes: 200_000 });
    const tenant = store.forTenant("contoso");
    await tenant.insert(build("a"));
    await expect(tenant.insert(build("b", { changeId: "x".repeat(300_000) }))).rejects.toMatchObject({ code: "full" });
    await tenant.insert(build("c"));
    expect((await newestIds(tenant)).sort()).toEqual(["a", "c"]);
  });
});

describe("a database opened for reading", () => {
  it("answers reads, refuses every write with readOnly, and is left byte for byte", async () => {
    const path = newPath();
    await writeStore(path, ["a", "b"]);
    const before = readFileSync(path);
    const store = await openStore(path, { readOnly: true });
    const tenant = store.forTenant("contoso");
    expect(await newestIds(tenant)).toEqual(["b", "a"]);
    const writes = [
      tenant.insert(build("c")),
      tenant.insertMany([]),
      tenant.update("a", (current) => current),
      tenant.delete("a"),
      tenant.clear(),
    ];
    for (const write of writes)
      await expect(write).rejects.toEqual(failsWith("readOnly", /opened for reading.*without readOnly/));
    await store.close();
    expect([readFileSync(path).equals(before), companionsOf(path)]).toEqual([true, [basename(path)]]);
    expect(await idsIn(path)).toEqual(["a", "b"]);
  });

  it("is shared by readers, and locked to a writer while they read", async () => {
    const path = newPath();
    await writeStore(path, ["a"]);
    const readers = [await openStore(path, { readOnly: true }), await openStore(path, { readOnly: true })];
    for (const reader of readers) expect(await newestIds(reader.forTenant("contoso"))).toEqual(["a"]);
    await expect(openStore(path)).rejects.toMatchObject({ code: "locked" });
    for (const reader of readers) await reader.close();
    expect(await idsIn(path)).toEqual(["a"]);
  });

  it("is not made when it is missing or empty", async () => {
    const path = newPath();
    await expect(openStore(path, { readOnly: true })).rejects.toMatchObject({ code: "cannotOpen" });
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, "");
    await expect(openStore(path, { readOnly: true })).rejects.toEqual(
      failsWith("readOnly", /is empty.*once for writing/),
    );
  });

  it("is left to a writer when it was not closed properly", async () => {
    const path = newPath();
    await using store = await openStore(path);
    await store.forTenant("contoso").insert(build("a"));
    // What a kill at this moment would leave.
    const left = newPath();
    for (const suffix of ["", "-wal"]) copyFileSync(path + suffix, left + suffix);
    await expect(openStore(left, { readOnly: true })).rejects.toEqual(
      failsWith("readOnly", /not closed properly.*once for writing/),
    );
    expect(await idsIn(left)).toEqual(["a"]);
    await using reader = await openStore(left, { readOnly: true });
    expect(await newestIds(reader.forTenant("contoso"))).toEqual(["a"]);
  });

  it("in memory refuses writes too", async () => {
    await using store = await openStore(undefined, { readOnly: true });
    await expect(store.forTenant("contoso").insert(build("a"))).rejects.toMatchObject({ code: "readOnly" });
  });
});

describe("a file that is no database of summaries", () => {
  it.each([
    ["text", "This is a text about databases. ".repeat(500)],
    ["a database with a damaged head", undefined],
  ])("is corrupt when it is %s, and left byte for byte", async (_, text) => {
    const path = newPath();
    if (text === undefined) {
      await writeStore(path, ["a"]);
      writeFileSync(path, readFileSync(path).fill(0x55, 0, 64));
    } else writeFileSync(path, text);
    const before = readFileSync(path);
    for (const readOnly of [false, true]) {
      await expect(openStore(path, { readOnly })).rejects.toEqual(
        failsWith("corrupt", /damaged or is no database.*Restore/),
      );
    }
    expect([readFileSync(path).equals(before), companionsOf(path)]).toEqual([true, [basename(path)]]);
  });

  it("is refused when another program made it, and left byte for byte", async () => {
    const path = newPath();
    const driver = new DatabaseSync(path);
    driver.exec("create table summary (id); insert into summary values (1)");
    driver.close();
    const before = readFileSync(path);
    await expect(openStore(path)).rejects.toEqual(failsWith("corrupt", /another program.*another file/));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("cannot be opened when it is a folder or its folder is missing", async () => {
    const path = newPath();
    mkdirSync(path);
    await expect(openStore(path)).rejects.toEqual(failsWith("cannotOpen", /cannot be opened.*Create the folder/));
    await expect(openStore(`${newPath()}/x.db`)).rejects.toMatchObject({ code: "cannotOpen" });
  });
});

describe("a database with a damaged page", () => {
  it("answers corrupt where the damage is, and everything else elsewhere", async () => {
    const path = newPath();
    const ids = Array.from({ length: 400 }, (_, index) => `a${String(index).padStart(3, "0")}`);
    await writeStore(path, ids);
    const bytes = readFileSync(path);
    // The page that holds the document of one summary, found by its text; its head decides how the rest is read.
    const page = Math.floor(bytes.indexOf('"id":"a200"') / 8_192);
    writeFileSync(path, bytes.fill(0xff, page * 8_192, page * 8_192 + 12));

    const store = await openStore(path);
    const tenant = store.forTenant("contoso");
    const outcomes = await Promise.allSettled(ids.map((id) => tenant.get(id, "beta")));
    const damaged = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(damaged.length).toBeGreaterThan(0);
    expect(damaged.length).toBeLessThan(50);
    for (const error of damaged) expect(error).toEqual(failsWith("corrupt", /damaged.*Restore/));
    await expect(tenant.list({ orderby: [], top: 400 }, "beta")).rejects.toMatchObject({ code: "corrupt" });
    await expect(tenant.update("a200", (current) => current)).rejects.toMatchObject({ code: "corrupt" });
    await tenant.update("a000", (current) => ({ ...current, changeId: "still written" }));
    await store.close();

    await using again = await openStore(path);
    expect(textOf(await again.forTenant("contoso").get("a000", "beta"))).toBe(
      membersOf(build("a000", { changeId: "still written" }), "beta"),
    );
  });
});

describe("a database of a newer release", () => {
  it("is refused with newerVersion, left byte for byte, and read again by that release", async () => {
    const path = newPath();
    await writeStore(path, ["a"]);
    const setVersion = (version: number) => {
      const driver = new DatabaseSync(path);
      driver.exec(`pragma user_version = ${version}`);
      driver.close();
    };
    setVersion(99);
    const before = readFileSync(path);
    for (const readOnly of [false, true]) {
      await expect(openStore(path, { readOnly })).rejects.toEqual(
        failsWith("newerVersion", /newer release \(format 99; .*Update this program/),
      );
    }
    expect(readFileSync(path).equals(before)).toBe(true);
    setVersion(migrations.length);
    expect(await idsIn(path)).toEqual(["a"]);
  });
});

it("recognises its errors, and no others", () => {
  expect([new StoreError("full", ""), new Error("full"), null, { code: "full" }].map(StoreError.isInstance)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
