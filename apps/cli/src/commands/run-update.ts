import type { ResponseHead } from "@org/client/core";
import { applyAssignments } from "../assignments.js";
import { UsageError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { tell } from "../output/tell.js";
import { writeSummary } from "../output/write-summary.js";
import { readJsonObject } from "../sources/read-json-object.js";
import { openService } from "../sources/service.js";
import type { System } from "../system.js";
import type { OutputFormat } from "./output-format.js";

export interface UpdateFlags {
  readonly id?: string;
  readonly set?: readonly string[];
  readonly ifMatch?: string;
  readonly createIfMissing: boolean;
  readonly output: OutputFormat;
  readonly url?: string;
}

export async function runUpdate(system: System, flags: UpdateFlags, file?: string): Promise<ExitCode> {
  const assignments = flags.set ?? [];
  if (file === undefined && assignments.length === 0) {
    throw new UsageError("nothing to write: name a file, - for stdin, or --set path=value.");
  }
  const given = file === undefined ? {} : await readJsonObject(system, file);
  const body = await applyAssignments(given, assignments);
  const { client, connection } = await openService(system, flags.url);
  if (flags.id === undefined && connection.version !== "beta") {
    throw new UsageError("v1.0 has no update without --id; the documented update is beta's.");
  }
  const heads: ResponseHead[] = [];
  const options = {
    ifMatch: flags.ifMatch,
    createIfMissing: flags.createIfMissing,
    onResponse: (head: ResponseHead) => void heads.push(head),
  };
  const summary =
    flags.id === undefined
      ? await client.updateByContract(body, options)
      : await client.update(flags.id, body, options);
  const [head] = heads;
  await writeSummary(system, summary, flags.output, undefined);
  await tell(system, describe(head));
  const note = head?.headers["x-mock-note"];
  if (note !== undefined) await tell(system, `note: ${note}`);
  return exitCodes.done;
}

function describe(head: ResponseHead | undefined): string {
  const created = head?.status === 201 || head?.headers["content-location"] !== undefined;
  const etag = head?.etag === undefined ? "" : `, etag ${head.etag}`;
  return `${created ? "created" : "updated"} (${head?.status ?? ""}${etag})`;
}
