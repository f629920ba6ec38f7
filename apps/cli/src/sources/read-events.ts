import type { GraphVersion } from "@org/client/core";
import { printable } from "../output/escape.js";
import { tell } from "../output/tell.js";
import type { System } from "../system.js";
import type { JsonEntry } from "./json-entry.js";
import { openInput } from "./open-input.js";
import { readJsonValues } from "./read-json-values.js";
import { loadSchema } from "./service.js";

/** An event of a file: as it stands there, and as a service would have it, which is what filters and orders look at. */
export interface FileEvent {
  readonly original: object;
  readonly summary: object;
}

/** Of so many things that are no events the place is told; the rest is counted. */
const mostTold = 10;

/** What was in the files besides events. */
export interface Rejections {
  count: number;
}

/**
 * The events of files and stdin (`-`), one after another: objects, arrays, collection answers or one event per line, of
 * any size. What is no event is told on stderr, counted and left out. @throws InputError
 */
export async function* readEvents(
  system: System,
  files: readonly string[],
  version: GraphVersion,
  rejections: Rejections,
): AsyncGenerator<FileEvent, void, undefined> {
  const schema = await loadSchema(version);
  for (const path of files) {
    const { name, chunks } = openInput(system, path);
    const content = { isBlank: true };
    const layout = /\.(ndjson|jsonl)$/i.test(path) ? "lines" : "auto";
    for await (const entry of readJsonValues(watch(chunks, content), { layout })) {
      // A list that gave nothing is a list, too: a pipe goes on.
      if (content.isBlank) continue;
      const reason = entry.kind === "problem" ? entry.reason : undefined;
      const result = entry.kind === "problem" ? undefined : await schema["~standard"].validate(entry.value);
      if (entry.kind === "value" && result !== undefined && result.issues === undefined) {
        yield { original: Object(entry.value) as object, summary: Object(result.value) as object };
        continue;
      }
      rejections.count += 1;
      if (rejections.count > mostTold) continue;
      const [issue] = result?.issues ?? [];
      const where = issue?.path
        ?.map((segment) => String(typeof segment === "object" ? segment.key : segment))
        .join("/");
      await tell(
        system,
        `${placeOf(name, entry)}: ${reason ?? `is no event: ${where ? `${where}: ` : ""}${issue?.message}`}`,
      );
    }
  }
}

function placeOf(name: string, { location: { line, index } }: JsonEntry): string {
  return `${printable(name)}${line === undefined ? "" : `:${line}`}${index === undefined ? "" : `[${index}]`}`;
}

async function* watch(
  chunks: AsyncIterable<Uint8Array>,
  content: { isBlank: boolean },
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    content.isBlank &&= chunk.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
    yield chunk;
  }
}
