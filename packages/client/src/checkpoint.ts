import type { Addresses } from "./addresses.js";
import { CheckpointError } from "./errors/checkpoint-error.js";
import { foreignPart } from "./foreign-part.js";
import type { QueryPair } from "./list-query.js";

const version = 1;

/** Longer than any address that a service takes, with its query twice. */
const longest = 1024 * 1024;

/** Where a list goes on, and what it asks for. */
export interface Position {
  readonly query: readonly QueryPair[];
  /** Undefined behind the last page. */
  readonly nextLink: string | undefined;
}

/** The text that `readCheckpoint` of a client with the same addresses takes. */
export function writeCheckpoint({ query, nextLink }: Position, { collection }: Addresses): string {
  return JSON.stringify({ version, collection, query: Object.fromEntries(query), nextLink: nextLink ?? null });
}

/**
 * Reads a checkpoint for a list of these addresses; `asked` is the query given beside it.
 * @throws CheckpointError before anything is sent: the link in it would be sent the token.
 */
export function readCheckpoint(text: string, asked: readonly QueryPair[], addresses: Addresses): Position {
  const value = parse(text);
  if (value["version"] !== version) {
    throw new CheckpointError("version", `the checkpoint has not the version ${version} that this package reads`);
  }
  const { collection, query, nextLink } = value;
  if (typeof collection !== "string" || !isTexts(query) || !(nextLink === null || typeof nextLink === "string")) {
    throw unreadable();
  }
  if (collection !== addresses.collection) {
    throw new CheckpointError(
      "service",
      "the checkpoint is of another service, version or entity set than this client",
    );
  }
  checkQuery(query, asked);
  const pairs = Object.entries(query) as [`$${string}`, string][];
  if (nextLink === null) return { query: pairs, nextLink: undefined };
  const problem = continuationProblem(nextLink, addresses);
  if (problem !== undefined) throw new CheckpointError("service", `the link in the checkpoint ${problem}`);
  return { query: pairs, nextLink };
}

/** Why a link kept from before must not be continued from; undefined when it may. Repeats nothing of it but its origin. */
export function continuationProblem(link: string, addresses: Addresses): string | undefined {
  if (!URL.canParse(link)) return "is no address";
  const url = new URL(link);
  const foreign = foreignPart(url, addresses.collection);
  if (foreign !== undefined) return foreign;
  return addresses.isList(url) ? undefined : "leads to another path than the list";
}

function checkQuery(query: Readonly<Record<string, string>>, asked: readonly QueryPair[]): void {
  const differing = asked.filter(([name, value]) => query[name] !== value).map(([name]) => name);
  // Without it the events would have fewer members than their type says.
  if (query["$select"] !== undefined && !asked.some(([name]) => name === "$select")) differing.push("$select");
  if (differing.length === 0) return;
  const names = differing.join(", ");
  throw new CheckpointError("query", `the checkpoint is of another query: ${names} must be what it was made with`);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  if (text.length > longest) throw unreadable();
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // The parser's message would quote the text.
  }
  throw unreadable();
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === "object" && value !== null && Object.values(value).every((member) => typeof member === "string")
  );
}

function unreadable(): CheckpointError {
  return new CheckpointError("unreadable", "the checkpoint is not one that a page of this client gave");
}
