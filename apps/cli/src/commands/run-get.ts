import { type ExitCode, exitCodes } from "../exit-codes.js";
import { writeSummary } from "../output/write-summary.js";
import { openService } from "../sources/service.js";
import type { System } from "../system.js";
import type { OutputFormat } from "./output-format.js";

export interface GetFlags {
  readonly output: OutputFormat;
  readonly url?: string;
}

export async function runGet(system: System, flags: GetFlags, id: string): Promise<ExitCode> {
  const { client } = await openService(system, flags.url);
  let etag: string | undefined;
  const summary = await client.get(id, {
    onResponse: (head) => {
      etag = head.etag;
    },
  });
  await writeSummary(system, summary, flags.output, etag);
  return exitCodes.done;
}
