import { type JsonEntry, problemAt } from "./json-entry.js";
import { splitDocument } from "./split-document.js";
import { splitLines } from "./split-lines.js";

/** `lines`: one value per line. `document`: an array, a collection or single objects. `auto`: what the beginning looks like. */
export type JsonLayout = "auto" | "lines" | "document";

export interface ReadJsonOptions {
  readonly layout?: JsonLayout;
  /** A larger value is a problem, not a value, so that no file can fill the memory. Default 16 MiB. */
  readonly maxValueBytes?: number;
}

/** How much of a file is looked at to tell its layout; a longer first line means "not one value per line". */
const headBytes = 1024 * 1024;

/**
 * Reads the values of a JSON text of any size: a single object, an array, a collection answer (`value`), or one value
 * per line. Memory is bounded by the largest value. Problems are entries like values; nothing is thrown but what the
 * chunks throw.
 */
export async function* readJsonValues(
  chunks: AsyncIterable<Uint8Array>,
  { layout = "auto", maxValueBytes = 16 * 1024 * 1024 }: ReadJsonOptions = {},
): AsyncGenerator<JsonEntry, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    const head = await readHead(iterator);
    if (looksLikeUtf16(head)) {
      yield problemAt({}, "is UTF-16; save it as UTF-8");
      return;
    }
    const all = concatenate(withoutBom(head), iterator);
    const lines = layout === "lines" || (layout === "auto" && looksLikeLines(withoutBom(head)));
    yield* lines ? splitLines(all, maxValueBytes) : splitDocument(all, maxValueBytes);
  } finally {
    await iterator.return?.();
  }
}

async function readHead(iterator: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) break;
    pieces.push(next.value);
    size += next.value.byteLength;
    if (size >= headBytes || firstLine(Buffer.concat(pieces)) !== undefined) break;
  }
  return Buffer.concat(pieces);
}

async function* concatenate(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The first line that is not blank; undefined when no line break ends it. */
function firstLine(head: Buffer): string | undefined {
  for (let start = 0; start < head.length; ) {
    const end = head.indexOf(0x0a, start);
    if (end === -1) return undefined;
    const line = head.toString("utf8", start, end).trim();
    if (line !== "") return line;
    start = end + 1;
  }
  return undefined;
}

/** A whole object on the first line, or what was meant to be one, is the first of many; a collection is not. */
function looksLikeLines(head: Buffer): boolean {
  const line = firstLine(head);
  if (line === undefined || !line.startsWith("{")) return false;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !("value" in value && Array.isArray(value.value));
  } catch {
    return line.endsWith("}");
  }
}

function withoutBom(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function looksLikeUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first !== 0 && second === 0);
}
