import type { EntityDescription } from "@org/odata";
import { resolveVersion } from "../connection.js";
import { UsageError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { csvColumns, parseColumns } from "../output/columns.js";
import { createListWriter } from "../output/list-writer.js";
import { tell } from "../output/tell.js";
import { buildListQuery, type QueryFlags } from "../query/list-query.js";
import type { System } from "../system.js";
import { listFiles } from "./list-files.js";
import { type ListResult, listService } from "./list-service.js";
import type { ListFormat } from "./output-format.js";

export interface ListFlags extends QueryFlags {
  readonly top?: number;
  readonly limit?: number;
  readonly all: boolean;
  readonly columns?: string;
  readonly output: ListFormat;
  readonly url?: string;
}

const defaultLimit = 25;

export async function runList(system: System, flags: ListFlags, ...files: readonly string[]): Promise<ExitCode> {
  if (flags.all && flags.limit !== undefined) throw new UsageError("--all and --limit exclude each other.");
  if (files.length > 0 && flags.url !== undefined) throw new UsageError("a file and --url exclude each other.");
  const limit = flags.all ? Number.POSITIVE_INFINITY : (flags.limit ?? defaultLimit);
  const version = resolveVersion(system.environment);
  const description = await loadDescription(version);
  const query = buildListQuery(flags, description, system.now());
  const columns = flags.columns ?? (flags.output === "csv" ? csvColumns : undefined);
  const shown = columns === undefined ? undefined : parseColumns(columns, description);
  const writer = createListWriter(system.stdout, flags.output, shown);
  const request = { query, limit, top: flags.top, version, writer };
  const result =
    files.length > 0 ? await listFiles(system, files, request) : await listService(system, flags.url, request);
  await tellEnd(system, flags, limit, result);
  return result.rejected > 0 ? exitCodes.badInput : exitCodes.done;
}

async function loadDescription(version: "beta" | "v1.0"): Promise<EntityDescription> {
  const models = version === "beta" ? await import("@org/models") : await import("@org/models/v1");
  return models.provisioningObjectSummaryDescription;
}

async function tellEnd(system: System, flags: ListFlags, limit: number, result: ListResult): Promise<void> {
  if (limit === 0) await tell(system, "--limit 0 asks for nothing.");
  else if (result.written === 0 && flags.output === "table") {
    await tell(system, "no events.");
    if (flags.app !== undefined || flags.user !== undefined) {
      await tell(system, "hint: --app and --user compare names letter by letter, capitals included, as Graph does");
    }
  } else if (result.more) await tell(system, `stopped after ${limit}; --limit N or --all shows more.`);
  if (result.rejected > 0) await tell(system, `left out what is no event: ${result.rejected}.`);
}
