import { expect } from "vitest";
import { casesThrough, type Query, type QueryCase, type Through } from "./query-cases.js";
import { queryEvents } from "./query-events.js";
import { errorOf, type Json, membersOf, type Scenario } from "./scenario.js";

/** What a client made of a question: events by page, or the refusal as it shows it. */
export type Heard =
  | { readonly pages: readonly (readonly { readonly id?: unknown }[])[]; readonly count?: unknown }
  | { readonly status: unknown; readonly code: unknown; readonly message: unknown };

/** Puts one question through a client. */
export type Ask = (mock: Scenario, query: Query) => Promise<Heard>;

/** Stores the events that the questions are about. */
export async function storeQueryEvents({ create }: Scenario): Promise<void> {
  for (const event of queryEvents) await create(event);
}

/** Puts every question through a client that it can put, and expects its answer; of one statement, or of all. */
export async function expectAnswers(mock: Scenario, client: Through, ask: Ask, statement?: number): Promise<void> {
  await storeQueryEvents(mock);
  const cases = casesThrough(client).filter((one) => statement === undefined || one.statement === statement);
  expect(cases).not.toEqual([]);
  for (const { statement: number, query, answer } of cases) {
    expect([number, query, await ask(mock, query).then(toComparable)]).toEqual([number, query, toExpected(answer)]);
  }
}

function toComparable(heard: Heard): unknown {
  if (!("pages" in heard)) return { status: heard.status, code: heard.code, message: heard.message };
  const ids = heard.pages.map((page) => page.map(({ id }) => id));
  return { ids: ids.flat(), pages: ids.map((page) => page.length), count: heard.count };
}

function toExpected(answer: QueryCase["answer"]): unknown {
  if (!("message" in answer)) {
    const { ids, pages = [ids.length], count } = answer;
    return { ids, pages, count };
  }
  const message = answer.message instanceof RegExp ? expect.stringMatching(answer.message) : answer.message;
  return { status: 400, code: "BadRequest", message };
}

/** Asks one set by plain HTTP, with every option percent-encoded, and follows nextLink as it is. */
export function askHttp(set: string): Ask {
  return async ({ url, call }, query) => {
    const options = Object.entries(query).map(([name, value]) => `$${name}=${encodeURIComponent(String(value))}`);
    const pages: Json[][] = [];
    let count: unknown;
    for (let next: unknown = `${url}${set}?${options.join("&")}`; typeof next === "string"; ) {
      const reply = await call("GET", next.slice(url.length));
      if (reply.status !== 200) return { status: reply.status, ...toRefusal(errorOf(reply)) };
      if (pages.length === 0) count = reply.json["@odata.count"];
      pages.push(membersOf(reply));
      next = reply.json["@odata.nextLink"];
    }
    return { pages, count };
  };
}

function toRefusal({ code, message }: { code?: unknown; message?: unknown }) {
  return { code, message };
}
