import { limits } from "./limits.js";
import { ODataError } from "./odata-error.js";
import { parseOrderby } from "./orderby.js";
import { parseFilter } from "./parse-filter.js";
import { parseCount, parseSkip, parseTop } from "./simple-options.js";
import { overLimit } from "./syntax-error.js";

/** One item of `$select` or `$expand` as written; names are not resolved yet. */
export interface SelectItem {
  /** `*` and `Namespace.*` are names here. */
  readonly path: readonly string[];
  /** What stands in parentheses behind the path. */
  readonly options?: string;
  /** Where the item begins in the text. */
  readonly position: number;
}

/** Most items of one list, and most lists inside one another. */
const maxItems = 200;
const maxDepth = 5;

const identifier = "[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]*";
const name = new RegExp(`\\*|[$@]?${identifier}(?:\\.${identifier})*(?:\\.\\*)?(?:#${identifier})?`, "uy");
const names = new RegExp(`^${identifier}(?:,${identifier})*$`, "u");
const blanks = /[ \t]*/y;

/**
 * Reads the value of `$select`, or of `$expand`: paths separated by commas, with options in parentheses, which are
 * checked and kept as text.
 * @throws ODataError `selectSyntax`, `tooManyItems`, or what an option's own parser throws, its positions counted from
 * the option's value.
 */
export function parseSelect(text: string): SelectItem[] {
  return parseList(text, 0);
}

function parseList(text: string, depth: number): SelectItem[] {
  if (text.length > limits.length) throw overLimit("expressionTooLong", limits.length);
  if (depth > maxDepth) throw overLimit("expressionTooDeep", maxDepth);
  const items: SelectItem[] = [];
  for (let at = 0; ; at += 1) {
    at = skip(blanks, text, at);
    const position = at;
    if (items.length === maxItems) {
      throw new ODataError("tooManyItems", `There are more than ${maxItems} items.`, { limit: maxItems }, position);
    }
    const path: string[] = [];
    for (let next = at; ; at += 1, next = at) {
      at = skip(name, text, next);
      if (at === next || path.length === limits.segments) throw refuse(text, position);
      path.push(text.slice(next, at));
      if (text[at] !== "/") break;
    }
    if (text[at] === "(") {
      const end = closingParenthesis(text, at);
      if (end === -1) throw refuse(text, position);
      const options = text.slice(at + 1, end);
      checkOptions(options, depth);
      items.push({ path, options, position });
      at = end + 1;
    } else items.push({ path, position });
    at = skip(blanks, text, at);
    if (at === text.length) return items;
    if (text[at] !== ",") throw refuse(text, position);
  }
}

/** The end of what matches at a place; the place itself when nothing does. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  let quote = "";
  for (let at = open; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "(") depth += 1;
    else if (character === ")") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** Names of a function's parameters, or options apart by semicolons. */
function checkOptions(text: string, depth: number): void {
  if (names.test(text)) return;
  for (const option of splitOptions(text)) {
    const [, optionName = "", value] = /^\$?(@?\w+)=(.*)$/s.exec(option) ?? [];
    if (value === undefined) throw refuse(option, 0);
    checkOption(optionName.toLowerCase(), value, depth);
  }
}

function checkOption(option: string, value: string, depth: number): void {
  switch (option) {
    case "select":
    case "expand":
      parseList(value, depth + 1);
      break;
    case "filter":
      parseFilter(value);
      break;
    case "orderby":
      parseOrderby(value);
      break;
    case "top":
      parseTop(value);
      break;
    case "skip":
      parseSkip(value);
      break;
    case "count":
      parseCount(value);
      break;
  }
}

/** Splits at semicolons outside of quotes and parentheses. */
function splitOptions(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === ";" && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Names the whole item: what stands before the next comma. */
function refuse(text: string, position: number): ODataError {
  const comma = text.indexOf(",", position);
  const item = text.slice(position, comma === -1 ? undefined : comma).trim();
  const value = item.length > 100 ? `${item.slice(0, 100)}…` : item;
  return new ODataError("selectSyntax", `'${value}' cannot be selected.`, { value }, position);
}
