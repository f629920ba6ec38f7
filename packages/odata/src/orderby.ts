import type { Expression } from "./expression.js";
import { ODataError } from "./odata-error.js";
import { Parser } from "./parser.js";
import { unexpected } from "./syntax-error.js";

/** One item of `$orderby` as written; names are not resolved yet. */
export interface OrderbyItem {
  readonly expression: Expression;
  readonly descending: boolean;
  /** Where the item begins in the text. */
  readonly position: number;
}

/** Most items of one `$orderby`. */
const maxItems = 32;

/**
 * Reads the value of `$orderby`: expressions as in `$filter`, with `asc` or `desc` in any case, separated by commas.
 * @throws ODataError as `parseFilter` does, and `tooManyItems`.
 */
export function parseOrderby(text: string): OrderbyItem[] {
  const parser = new Parser(text);
  const { token } = parser;
  const items: OrderbyItem[] = [];
  for (;;) {
    const position = token.start;
    if (items.length === maxItems) {
      const message = `$orderby has more than ${maxItems} items.`;
      throw new ODataError("tooManyItems", message, { limit: maxItems }, position);
    }
    const expression = parser.expression();
    const direction = token.kind === "word" ? token.value.toLowerCase() : "asc";
    if (direction !== "asc" && direction !== "desc")
      throw unexpected("asc, desc, a comma or the end", text, token.start);
    if (token.kind === "word") token.next();
    items.push({ expression, descending: direction === "desc", position });
    if (!token.is(",")) break;
    token.next();
  }
  if (token.kind !== "end") throw unexpected("A comma or the end", text, token.start);
  return items;
}
