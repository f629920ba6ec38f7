import { StoreError } from "../store-error.js";

/** What a store cannot search with. */
export function unsupported(what: string): StoreError {
  const message = `The store cannot search with ${what}. Ask without, and filter what comes back.`;
  return new StoreError("unsupportedQuery", message);
}

/** The beginning of a text that may be long. */
export function excerpt(text: string): string {
  return text.length > 50 ? `${text.slice(0, 50)}…` : text;
}
