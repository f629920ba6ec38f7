import type { GraphVersion } from "@org/client/core";
import type { ListWriter } from "../output/list-writer.js";
import type { ListQuery } from "../query/list-query.js";
import { openService } from "../sources/service.js";
import type { System } from "../system.js";

/** What a list is to give, and where to. */
export interface ListRequest {
  readonly query: ListQuery;
  /** Infinity for all. */
  readonly limit: number;
  readonly top: number | undefined;
  readonly version: GraphVersion;
  readonly writer: ListWriter;
}

/** How a list ended. */
export interface ListResult {
  readonly written: number;
  /** Whether there are more than were asked for. */
  readonly more: boolean;
  /** How many things in a file were no events. */
  readonly rejected: number;
}

/** The largest page the service is known to give. */
const largestPage = 1000;

/** Events of a service, page by page. */
export async function listService(system: System, url: string | undefined, request: ListRequest): Promise<ListResult> {
  const { query, limit, writer } = request;
  const { client } = await openService(system, url);
  const top = request.top ?? (limit <= largestPage ? limit : undefined);
  await writer.begin();
  let left = limit;
  let written = 0;
  let more = false;
  if (limit > 0) {
    for await (const page of client.pages({ top, orderby: query.orderbyText, filter: query.filterText })) {
      const items = page.items.slice(0, left);
      await writer.add(items);
      written += items.length;
      more = page.items.length > left || page.nextLink !== undefined;
      left -= items.length;
      if (left <= 0) break;
    }
  }
  await writer.end();
  return { written, more: more && left <= 0, rejected: 0 };
}
