import type { GraphRequest, GraphResponse } from "./exchange.js";
import { shapeError } from "./failures.js";
import { foreignPart } from "./foreign-part.js";
import type { SummaryPage } from "./options.js";

/** How pages are asked for and read; retries, hooks and ids are the caller's. */
export interface PageReader<Summary> {
  send(url: string): Promise<GraphResponse>;
  /** @throws ResponseShapeError */
  readItem(item: unknown, response: GraphResponse, path: readonly (string | number)[]): Promise<Summary>;
  /** The checkpoint of a page with this nextLink. */
  checkpoint(nextLink: string | undefined): string;
}

/** Follows nextLinks until there is none; never across origins and never back to the page it is on. */
export async function* walkPages<Summary>(
  first: string | undefined,
  reader: PageReader<Summary>,
): AsyncGenerator<SummaryPage<Summary>, void, undefined> {
  for (let url = first; url !== undefined; ) {
    const page: SummaryPage<Summary> = await readPage(await reader.send(url), reader);
    yield page;
    url = page.nextLink;
  }
}

export async function* walkItems<Summary>(
  pages: AsyncIterable<SummaryPage<Summary>>,
): AsyncGenerator<Summary, void, undefined> {
  for await (const { items } of pages) yield* items;
}

async function readPage<Summary>(response: GraphResponse, reader: PageReader<Summary>): Promise<SummaryPage<Summary>> {
  const value = memberOf(response.body, "value");
  if (!Array.isArray(value)) {
    throw shapeError(response, "schema", [{ path: ["value"], message: "expected a collection" }]);
  }
  const items: Summary[] = [];
  for (const [index, item] of value.entries()) items.push(await reader.readItem(item, response, ["value", index]));
  const nextLink = readNextLink(response);
  const count = memberOf(response.body, "@odata.count");
  return {
    items,
    nextLink,
    count: count === undefined || count === null ? undefined : readCount(count, response, ["@odata.count"]),
    checkpoint: reader.checkpoint(nextLink),
  };
}

function memberOf(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
}

/** A number of events, as a page or `$count` tells it. @throws ResponseShapeError */
export function readCount(value: unknown, response: GraphResponse, path: readonly string[]): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw shapeError(response, "schema", [{ path, message: "expected a whole number from 0" }]);
}

function readNextLink(response: GraphResponse): string | undefined {
  const link = memberOf(response.body, "@odata.nextLink");
  if (link === undefined || link === null) return undefined;
  const problem = checkLink(link, response.request);
  if (problem !== undefined) {
    throw shapeError(response, "link", [{ path: ["@odata.nextLink"], message: problem }]);
  }
  return new URL(String(link), response.request.url).href;
}

function checkLink(link: unknown, { url }: GraphRequest): string | undefined {
  if (typeof link !== "string" || !URL.canParse(link, url)) return "the nextLink is no address";
  const next = new URL(link, url);
  const foreign = foreignPart(next, url);
  if (foreign !== undefined) return `the nextLink ${foreign}; it was not followed and got no token`;
  return next.href === new URL(url).href ? "the nextLink points back to the same page" : undefined;
}
