import type { Expression } from "./expression.js";
import { Parser } from "./parser.js";

/**
 * Reads the value of `$filter`, decoded, into a tree. Operators, functions and the names of literals may be in any case;
 * blanks are free where the grammar needs none. Names are not resolved yet: that is `bindFilter`'s.
 *
 * Takes time linear in the length of the text. At most 65,536 characters, 5,000 nodes, 100 levels, 20 segments in a
 * path, and one `any` or `all` inside another.
 * @throws ODataError with a position: the codes of the grammar and of these limits.
 */
export function parseFilter(text: string): Expression {
  return parseCounting(text).tree;
}

/** As parseFilter, with the work it took; for showing that this work is linear. */
export function parseCounting(text: string): { readonly tree: Expression; readonly steps: number } {
  const parser = new Parser(text);
  const tree = parser.expression();
  parser.end();
  return { tree, steps: parser.steps };
}
