import type { ServerResponse } from "node:http";
import type { BoundPath } from "@org/odata";
import { createProject, type StoredSummary, type SummaryPage } from "@org/store";
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

/** The chosen properties of one summary as an answer; its context names them. */
export function renderPart(
  stored: StoredSummary,
  select: readonly BoundPath[],
  { address, origin, format }: Pick<PageTarget, "address" | "origin" | "format">,
): Buffer {
  const { members } = createProject(select)(stored);
  if (format.metadata === "none") return Buffer.concat([emptyHead, members]);
  const context = `{"@odata.context":${JSON.stringify(`${selectContext(address, origin, select)}/$entity`)}`;
  // Nothing of what was asked for may be there.
  return Buffer.concat([Buffer.from(members.length === 1 ? context : `${context},`), members]);
}

/** Where a page of summaries is put together. */
export interface PageTarget {
  readonly address: Address;
  readonly origin: Origin;
  readonly format: Format;
  /** The properties asked for, where not all are. */
  readonly select: readonly BoundPath[] | undefined;
  /** Absolute; absent on the last page. */
  readonly nextLink: string | undefined;
  readonly pool: OutputPool;
  readonly response: ServerResponse;
}

/** A page as an answer, copied together in a buffer of the pool. */
export function renderPage({ summaries, count }: SummaryPage, target: PageTarget): Buffer {
  const head = listHead(target);
  const separator = head.length > 1 ? "," : "";
  const total = count === undefined ? "" : `"@odata.count":${renderCount(count, target.format)},`;
  const link = target.nextLink === undefined ? "" : `"@odata.nextLink":${JSON.stringify(target.nextLink)},`;
  const opening = Buffer.from(`${separator}${total}${link}"value":[`);
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

/** From the opening brace up to and without the comma after the context. */
function listHead({ address, origin, format, select }: PageTarget): Buffer {
  if (format.metadata === "none") return emptyHead;
  if (select === undefined) return origin.heads.get(address)?.list ?? emptyHead;
  return Buffer.from(`{"@odata.context":${JSON.stringify(selectContext(address, origin, select))}`);
}

/** The context of a list of parts of events: the names that were asked for, in that order. */
function selectContext(address: Address, origin: Origin, select: readonly BoundPath[]): string {
  const names = select.map(({ segments }) => segments.map(encodeURIComponent).join("/"));
  return `${origin.url}${address.contextPath}(${names.join(",")})`;
}

/** An Edm.Int64, which is a text for readers whose numbers are doubles. */
function renderCount(count: number, { ieee754Compatible }: Format): string {
  return ieee754Compatible ? `"${count}"` : String(count);
}

/** The headers of every answer with a JSON body that is no error. */
export function setBodyHeaders(reply: FastifyReply, format: Format): FastifyReply {
  return reply.header("content-type", format.contentType).header("odata-version", "4.0");
}

/** Absolute address of one summary. */
export function entityUrl(origin: Origin, address: Address, id: string): string {
  return `${origin.url}${entityPath(address.canonicalPath, id)}`;
}
