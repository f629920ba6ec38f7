import type { Output } from "../system.js";
import { toJsonText } from "./escape.js";

/** Writes a JSON array an element at a time, indented like a single event. */
export function createJsonArrayWriter(stdout: Output) {
  let isEmpty = true;
  return {
    begin: () => stdout.write("["),
    add: async (items: readonly object[]) => {
      for (const item of items) {
        // Line breaks inside strings are escaped already.
        const text = toJsonText(item, 2).replaceAll("\n", "\n  ");
        await stdout.write(`${isEmpty ? "" : ","}\n  ${text}`);
        isEmpty = false;
      }
    },
    end: () => stdout.write(isEmpty ? "]\n" : "\n]\n"),
  };
}
