import { readFileSync } from "node:fs";
import type { RowCase } from "./row-rules.js";

/** The cases as they are written in the file, whatever the rules say today. */
export const rows: readonly RowCase[] = (
  JSON.parse(readFileSync(new URL("rows.json", import.meta.url), "utf8")) as { rows: RowCase[] }
).rows;
