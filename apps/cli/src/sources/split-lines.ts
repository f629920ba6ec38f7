import { Collector, type JsonEntry } from "./json-entry.js";

const newline = 0x0a;

/** Reads one value per line (NDJSON); blank lines are no values, and a broken line does not spoil the next. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxValueBytes: number,
): AsyncGenerator<JsonEntry, void, undefined> {
  const collector = new Collector(maxValueBytes);
  let line = 1;
  let blank = true;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; ) {
      const found = chunk.indexOf(newline, start);
      const end = found === -1 ? chunk.length : found;
      const piece = chunk.subarray(start, end);
      if (blank) blank = isBlank(piece);
      if (!blank) collector.add(piece);
      start = end + 1;
      if (found === -1) break;
      if (!blank) yield collector.take({ line });
      line += 1;
      blank = true;
    }
  }
  if (!collector.isEmpty) yield collector.take({ line });
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
