import { compareEntities, evaluate } from "@org/odata";
import { UsageError } from "../errors.js";
import { BestItems } from "../query/best-items.js";
import { type FileEvent, type Rejections, readEvents } from "../sources/read-events.js";
import type { System } from "../system.js";
import type { ListRequest, ListResult } from "./list-service.js";

/** A service sorts on its disk; here what is sorted is in memory: some hundred megabytes at the most. */
const mostSorted = 50_000;

/** Events written at once. */
const batch = 1000;

/**
 * Events of files: each is looked at once and forgotten unless it is among the first `limit` that pass.
 * @throws UsageError when more would have to be kept than memory should be used for.
 */
export async function listFiles(
  system: System,
  files: readonly string[],
  { query, limit, version, writer }: ListRequest,
): Promise<ListResult> {
  const rejections: Rejections = { count: 0 };
  const compare = compareEntities(query.orderby);
  const best = new BestItems<FileEvent>(
    (left, right) => compare(left.summary, right.summary),
    Math.min(limit, mostSorted),
  );
  if (limit > 0) {
    for await (const event of readEvents(system, files, version, rejections)) {
      if (query.filter !== undefined && evaluate(query.filter, event.summary) !== true) continue;
      best.offer(event);
      if (limit > mostSorted && best.seen > mostSorted) throw tooMany();
    }
  }
  await writer.begin();
  const events = best.inOrder().map(({ original }) => original);
  for (let at = 0; at < events.length; at += batch) await writer.add(events.slice(at, at + batch));
  await writer.end();
  return { written: events.length, more: best.seen > limit && limit > 0, rejected: rejections.count };
}

function tooMany(): UsageError {
  return new UsageError(
    `more than ${mostSorted} events of the file pass, and sorting keeps those it writes in memory; ` +
      `give --limit up to ${mostSorted}, or narrow by --since, --until or --filter.`,
  );
}
