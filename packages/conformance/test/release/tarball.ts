import { gunzipSync } from "node:zlib";

const block = 512;

/** The files of an npm tarball by path, without the leading `package/`. Reads ustar and its pax long names. */
export function readTarball(tarball: Buffer): Map<string, Buffer> {
  const archive = gunzipSync(tarball);
  const files = new Map<string, Buffer>();
  let longPath: string | undefined;
  for (let offset = 0; offset + block <= archive.length; ) {
    const header = archive.subarray(offset, offset + block);
    const name = textAt(header, 0, 100);
    if (name === "") break; // two empty blocks end the archive
    const size = Number.parseInt(textAt(header, 124, 12), 8);
    const type = textAt(header, 156, 1);
    const body = archive.subarray(offset + block, offset + block + size);
    offset += block + Math.ceil(size / block) * block;
    if (type === "x") {
      longPath = /\d+ path=([^\n]*)\n/.exec(body.toString("utf8"))?.[1];
      continue;
    }
    const prefix = textAt(header, 345, 155);
    const path = longPath ?? (prefix === "" ? name : `${prefix}/${name}`);
    longPath = undefined;
    if (type === "0" || type === "") files.set(path.replace(/^package\//, ""), body);
  }
  return files;
}

function textAt(header: Buffer, start: number, length: number): string {
  const text = header.toString("latin1", start, start + length);
  const end = text.indexOf("\0");
  return (end < 0 ? text : text.slice(0, end)).trim();
}
