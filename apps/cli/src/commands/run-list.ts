import { UsageError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { toJsonText } from "../output/escape.js";
import { createJsonArrayWriter } from "../output/json-array.js";
import { createPaint } from "../output/paint.js";
import { renderTable } from "../output/table.js";
import { tell } from "../output/tell.js";
import { openService } from "../sources/service.js";
import type { System } from "../system.js";
import type { OutputFormat } from "./output-format.js";

export interface ListFlags {
  readonly top?: number;
  readonly limit?: number;
  readonly all: boolean;
  readonly orderby?: string;
  readonly filter?: string;
  readonly output: OutputFormat;
  readonly url?: string;
}

const defaultLimit = 25;

/** The largest page the service is known to give. */
const largestPage = 1000;

export async function runList(system: System, flags: ListFlags): Promise<ExitCode> {
  if (flags.all && flags.limit !== undefined) throw new UsageError("--all and --limit exclude each other.");
  const limit = flags.all ? Number.POSITIVE_INFINITY : (flags.limit ?? defaultLimit);
  const { client } = await openService(system, flags.url);
  const top = flags.top ?? (limit <= largestPage ? limit : undefined);
  const writer = createWriter(system, flags.output);
  await writer.begin();
  let left = limit;
  let more = false;
  if (limit > 0) {
    for await (const page of client.pages({ top, orderby: flags.orderby, filter: flags.filter })) {
      await writer.add(page.items.slice(0, left));
      more = page.items.length > left || page.nextLink !== undefined;
      left -= page.items.length;
      if (left <= 0) break;
    }
  }
  await writer.end();
  if (limit === 0) await tell(system, "--limit 0 asks for nothing.");
  else if (left === limit && flags.output === "table") await tell(system, "no events.");
  else if (more && left <= 0) await tell(system, `stopped after ${limit}; --limit N or --all shows more.`);
  return exitCodes.done;
}

interface Writer {
  begin(): Promise<void>;
  add(items: readonly object[]): Promise<void>;
  end(): Promise<void>;
}

function createWriter({ stdout }: System, format: OutputFormat): Writer {
  const nothing = async () => {};
  if (format === "ndjson") {
    return {
      begin: nothing,
      add: (items) => stdout.write(items.map((item) => `${toJsonText(item)}\n`).join("")),
      end: nothing,
    };
  }
  if (format === "json") return createJsonArrayWriter(stdout);
  let first = true;
  const options = { columns: stdout.columns, paint: createPaint(stdout.inColour) };
  return {
    begin: nothing,
    add: async (items) => {
      if (items.length === 0) return;
      await stdout.write(renderTable(items, options, first));
      first = false;
    },
    end: nothing,
  };
}
