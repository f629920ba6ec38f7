import { printableLines } from "./escape.js";

/** What a spreadsheet takes for the beginning of a formula; the wide forms are those of East Asian keyboards. */
const openers = new Set("=+-@\uff1d\uff0b\uff0d\uff20");

/** Where a spreadsheet that parts cells at other characters than commas begins another one. */
const separators = new Set(";\t\r\n");

/** What a spreadsheet may skip at the beginning of a cell. */
const skipped = /^[\s"'\p{Cc}\p{Cf}]$/u;

/**
 * One record of RFC 4180: quotes where they are needed, doubled inside, CRLF at the end. Text that a spreadsheet would
 * run gets an apostrophe before it; numbers and booleans are left as they are. Control characters, which RFC 4180 has no
 * place for, are shown as in a table.
 */
export function renderCsvRecord(values: readonly unknown[]): string {
  return `${values.map(renderCell).join(",")}\r\n`;
}

function renderCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = defuse(printableLines(typeof value === "string" ? value : JSON.stringify(value)));
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Puts an apostrophe at the beginning of whatever could become a cell with a formula. One pass, however long the text. */
function defuse(text: string): string {
  // A cell that begins with one of these loses it, and what is behind it begins the cell.
  if (/^[\t\r\n]/.test(text)) return `'${defuseFrom(text, false)}`;
  return defuseFrom(text, true);
}

function defuseFrom(text: string, isStart: boolean): string {
  let result = "";
  let written = 0;
  let start = 0;
  let undecided = isStart;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (separators.has(character)) {
      start = at + 1;
      undecided = true;
    } else if (undecided && !skipped.test(character)) {
      undecided = false;
      if (!openers.has(character)) continue;
      result += `${text.slice(written, start)}'`;
      written = start;
    }
  }
  return result + text.slice(written);
}
