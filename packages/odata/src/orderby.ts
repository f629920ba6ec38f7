import { ODataError } from "./odata-error.js";

/** One item of `$orderby` as written; names are not resolved yet. */
export interface OrderbyItem {
  readonly path: readonly string[];
  readonly descending: boolean;
  /** Where the item begins in the text. */
  readonly position: number;
}

/** Most items of one `$orderby`. */
const maxItems = 32;
const pathPattern =
  /^[\p{L}\p{Nl}_@][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}._]*(?:\/[\p{L}\p{Nl}_@][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}._]*)*$/u;

/**
 * Reads the value of `$orderby`: paths with `asc` or `desc` in any case, separated by commas. Expressions beyond paths
 * are refused.
 * @throws ODataError `orderbySyntax`.
 */
export function parseOrderby(text: string): OrderbyItem[] {
  const items: OrderbyItem[] = [];
  let start = 0;
  for (const part of text.split(",", maxItems + 1)) {
    if (items.length === maxItems) throw syntaxError(text, `at most ${maxItems} items`, start);
    items.push(parseItem(part, start));
    start += part.length + 1;
  }
  return items;
}

function parseItem(part: string, start: number): OrderbyItem {
  const position = start + part.length - part.trimStart().length;
  const [path = "", direction, ...rest] = part.trim().split(/[ \t]+/);
  if (!pathPattern.test(path)) throw syntaxError(path, "a property path", position);
  const order = direction?.toLowerCase() ?? "asc";
  if ((order !== "asc" && order !== "desc") || rest.length > 0) {
    throw syntaxError(part.trim(), "asc, desc, a comma or the end after the path", position + path.length);
  }
  return { path: path.split("/"), descending: order === "desc", position };
}

function syntaxError(value: string, expected: string, position: number): ODataError {
  return new ODataError(
    "orderbySyntax",
    `$orderby: expected ${expected} at position ${position}.`,
    { value, expected },
    position,
  );
}
