import type { GraphRequest, GraphResponse } from "./exchange.js";
import { shapeError } from "./failures.js";
import type { ListOptions, SummaryPage } from "./options.js";
import type { StandardSchema } from "./standard-schema.js";
import { validate } from "./validate.js";

/** How a page is asked for: retries, hooks and ids are the caller's. */
export type SendRead = (url: string, options: ListOptions) => Promise<GraphResponse>;

/** Follows nextLinks until there is none; never across origins and never back to the page it is on. */
export async function* walkPages<Summary>(
  first: string,
  options: ListOptions,
  sendRead: SendRead,
  schema: StandardSchema<Summary>,
): AsyncGenerator<SummaryPage<Summary>, void, undefined> {
  for (let url: string | undefined = first; url !== undefined; ) {
    const response = await sendRead(url, options);
    const page: SummaryPage<Summary> = await readPage(response, schema);
    yield page;
    url = page.nextLink;
  }
}

export async function* walkItems<Summary>(
  pages: AsyncIterable<SummaryPage<Summary>>,
): AsyncGenerator<Summary, void, undefined> {
  for await (const { items } of pages) yield* items;
}

async function readPage<Summary>(
  response: GraphResponse,
  schema: StandardSchema<Summary>,
): Promise<SummaryPage<Summary>> {
  const body = response.body;
  const value = typeof body === "object" && body !== null && "value" in body ? body.value : undefined;
  if (!Array.isArray(value)) {
    throw shapeError(response, "schema", [{ path: ["value"], message: "expected a collection" }]);
  }
  const items: Summary[] = [];
  for (const [index, item] of value.entries()) items.push(await validate(schema, item, response, ["value", index]));
  return { items, nextLink: readNextLink(response) };
}

function readNextLink(response: GraphResponse): string | undefined {
  const body = response.body;
  const link = typeof body === "object" && body !== null ? Reflect.get(body, "@odata.nextLink") : undefined;
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

/** Why a link does not belong to the service that `url` is of; undefined when it does. Repeats no credentials. */
export function foreignPart(link: URL, url: string): string | undefined {
  if (link.origin !== new URL(url).origin) return `points to another origin (${link.origin})`;
  if (link.username !== "" || link.password !== "") return "holds a user name or password";
  return undefined;
}
