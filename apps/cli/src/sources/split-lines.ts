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
      // Blanks at the beginning are left out, however the chunks fall, so that messages quote the same.
      const first: number = blank ? firstNonBlank(chunk, start, end) : start;
      blank = blank && first === end;
      if (!blank) collector.add(chunk.subarray(first, end));
      start = end + 1;
      if (found === -1) break;
      if (!blank) yield collector.take({ line });
      line += 1;
      blank = true;
    }
  }
  if (!collector.isEmpty) yield collector.take({ line });
}

function firstNonBlank(chunk: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (chunk[at] === 0x20 || chunk[at] === 0x09 || chunk[at] === 0x0d)) at += 1;
  return at;
}
