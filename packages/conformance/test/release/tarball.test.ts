import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readTarball } from "./tarball.js";

function entry(name: string, type: string, body: string, prefix = ""): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(body.length.toString(8).padStart(11, "0"), 124);
  header.write(type, 156);
  header.write("ustar", 257);
  header.write(prefix, 345);
  const padded = Buffer.alloc(Math.ceil(body.length / 512) * 512);
  padded.write(body, 0);
  return Buffer.concat([header, padded]);
}

function read(...entries: Buffer[]): [string, string][] {
  const files = readTarball(gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)])));
  return [...files].map(([path, body]) => [path, body.toString()]);
}

describe("readTarball", () => {
  it("gives files without their leading folder, and no folders", () => {
    const long = "x".repeat(600);
    expect(
      read(entry("package/a.js", "0", long), entry("package/dist", "5", ""), entry("package/b.js", "0", "b")),
    ).toEqual([
      ["a.js", long],
      ["b.js", "b"],
    ]);
  });

  it("joins a prefix and a name", () => {
    expect(read(entry("deep/a.js", "0", "a", "package/dist"))).toEqual([["dist/deep/a.js", "a"]]);
  });

  it("takes a long name from the pax header before the file, for that file only", () => {
    const path = `package/${"d/".repeat(80)}a.js`;
    expect(
      read(entry("pax", "x", `999 path=${path}\n`), entry("short", "0", "a"), entry("package/b.js", "0", "b")),
    ).toEqual([
      [path.slice("package/".length), "a"],
      ["b.js", "b"],
    ]);
  });
});
