import type { OutputFormat } from "../commands/output-format.js";
import type { System } from "../system.js";
import { printable, toJsonText } from "./escape.js";
import { createPaint } from "./paint.js";
import { renderView } from "./view.js";

/** One event in the format asked for; the view for people also shows the etag, which `--if-match` takes. */
export async function writeSummary(
  { stdout }: System,
  summary: object,
  format: OutputFormat,
  etag: string | undefined,
): Promise<void> {
  if (format === "json") return stdout.write(`${toJsonText(summary, 2)}\n`);
  if (format === "ndjson") return stdout.write(`${toJsonText(summary)}\n`);
  const paint = createPaint(stdout.inColour);
  const head = etag === undefined ? "" : `${paint("dim", "etag")}  ${printable(etag)}\n`;
  return stdout.write(head + renderView(summary, paint));
}
