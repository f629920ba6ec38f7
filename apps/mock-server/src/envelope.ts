import type { ServerResponse } from "node:http";
import type { StoredSummary, SummaryPage } from "@org/store";
import type { FastifyReply } from "fastify";
import type { Format } from "./accept.js";
import { entityPath } from "./entity-path.js";
import type { Address } from "./entity-sets.js";
import type { Origin } from "./origin.js";
import type { OutputPool } from "./output-pool.js";
import { cutBuffer } from "./slab.js";

const brace = 0x7b;
const comma = 0x2c;
const emptyHead = Buffer.from("{");
const tail = Buffer.from("]}");

/** One summary as an answer: the stored bytes behind the context. Nothing is parsed. */
export function renderEntity(stored: StoredSummary, address: Address, origin: Origin, format: Format): Buffer {
  const head = format.metadata === "none" ? emptyHead : (origin.heads.get(address)?.entity ?? emptyHead);
  const body = cutBuffer(head.length + stored.members.length);
  body.set(head, 0);
  body.set(stored.members, head.length);
  return body;
}

/** Where a page of summaries is put together. */
export interface PageTarget {
  readonly address: Address;
  readonly origin: Origin;
  readonly format: Format;
  /** Absolute; absent on the last page. */
  readonly nextLink: string | undefined;
  readonly pool: OutputPool;
  readonly response: ServerResponse;
}

/** A page as an answer, copied together in a buffer of the pool. */
export function renderPage({ summaries }: SummaryPage, target: PageTarget): Buffer {
  const head =
    target.format.metadata === "none" ? emptyHead : (target.origin.heads.get(target.address)?.list ?? emptyHead);
  const separator = head.length > 1 ? "," : "";
  const link = target.nextLink === undefined ? "" : `"@odata.nextLink":${JSON.stringify(target.nextLink)},`;
  const opening = Buffer.from(`${separator}${link}"value":[`);
  let size = head.length + opening.length + tail.length;
  for (const { members } of summaries) size += members.length + 2;
  const page = target.pool.lend(size, target.response);
  page.set(head, 0);
  page.set(opening, head.length);
  let offset = head.length + opening.length;
  for (let index = 0; index < summaries.length; index += 1) {
    const members = summaries[index]?.members;
    if (members === undefined) continue;
    if (index > 0) page[offset++] = comma;
    page[offset++] = brace;
    page.set(members, offset);
    offset += members.length;
  }
  page.set(tail, offset);
  return page.subarray(0, offset + tail.length);
}

/** The headers of every answer with a JSON body that is no error. */
export function setBodyHeaders(reply: FastifyReply, format: Format): FastifyReply {
  return reply.header("content-type", format.contentType).header("odata-version", "4.0");
}

/** Absolute address of one summary. */
export function entityUrl(origin: Origin, address: Address, id: string): string {
  return `${origin.url}${entityPath(address.canonicalPath, id)}`;
}
