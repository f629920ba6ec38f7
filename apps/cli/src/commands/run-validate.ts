import { InputError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { toJsonText } from "../output/escape.js";
import { type Finding, renderFinding, toFindingObject } from "../output/findings.js";
import { createJsonArrayWriter } from "../output/json-array.js";
import { tell } from "../output/tell.js";
import { openInput } from "../sources/open-input.js";
import { type JsonLayout, readJsonValues } from "../sources/read-json-values.js";
import type { System } from "../system.js";
import { type Shape, validateValue } from "../validate-value.js";
import type { OutputFormat } from "./output-format.js";

export interface ValidateFlags {
  readonly shape: Shape;
  readonly layout: JsonLayout;
  readonly output: OutputFormat;
}

interface Counts {
  valid: number;
  invalid: number;
  unreadable: number;
}

export async function runValidate(
  system: System,
  flags: ValidateFlags,
  ...files: readonly string[]
): Promise<ExitCode> {
  const counts: Counts = { valid: 0, invalid: 0, unreadable: 0 };
  const write = createFindingWriter(system, flags.output);
  await write.begin();
  for (const file of files) {
    try {
      await validateFile(system, flags, file, counts, write.add);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      counts.unreadable += 1;
      await tell(system, error.message);
    }
  }
  await write.end();
  await tell(system, summarize(counts));
  if (counts.invalid > 0) return exitCodes.invalid;
  return counts.unreadable > 0 ? exitCodes.badInput : exitCodes.done;
}

async function validateFile(
  system: System,
  { shape, layout }: ValidateFlags,
  path: string,
  counts: Counts,
  add: (findings: readonly Finding[]) => Promise<void>,
): Promise<void> {
  const { name: file, chunks } = openInput(system, path);
  const isLines = layout === "auto" && /\.(ndjson|jsonl)$/i.test(path);
  for await (const entry of readJsonValues(chunks, { layout: isLines ? "lines" : layout })) {
    const findings =
      entry.kind === "problem"
        ? [{ file, ...entry.location, path: [], code: "notJson", reason: entry.reason }]
        : validateValue(entry.value, shape).map(({ path: where, code, message }) => ({
            file,
            ...entry.location,
            path: where,
            code,
            reason: message,
          }));
    if (findings.length === 0) counts.valid += 1;
    else {
      counts.invalid += 1;
      await add(findings);
    }
  }
}

function createFindingWriter({ stdout }: System, format: OutputFormat) {
  if (format === "json") {
    const array = createJsonArrayWriter(stdout);
    return { ...array, add: (findings: readonly Finding[]) => array.add(findings.map(toFindingObject)) };
  }
  const nothing = async () => {};
  const render = {
    table: renderFinding,
    ndjson: (finding: Finding) => `${toJsonText(toFindingObject(finding))}\n`,
  }[format];
  return {
    begin: nothing,
    add: (findings: readonly Finding[]) => stdout.write(findings.map(render).join("")),
    end: nothing,
  };
}

function summarize({ valid, invalid, unreadable }: Counts): string {
  const rest = unreadable === 0 ? "" : `, ${unreadable} unreadable ${unreadable === 1 ? "file" : "files"}`;
  return `${valid} valid, ${invalid} invalid${rest}.`;
}
