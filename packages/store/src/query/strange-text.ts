import { mapCase } from "./map-case.js";

/** What stands for NUL; it has no other use. */
const nul = "\u{10f7ff}";
/** Stands for U+D800; those that stand for the other surrogates follow in their order. */
const firstSurrogate = 0x10f800;

/**
 * Text as PostgreSQL takes it, which knows neither NUL nor unpaired surrogates: one code point of the last private-use
 * plane stands for each. Ordinary text stays as it is.
 */
export function toPostgresText(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, (unit) => standIn(unit.charCodeAt(0)));
}

/**
 * A stored document as PostgreSQL's JSON functions take it, with its texts as {@link toPostgresText} gives them; undefined
 * when that is the document itself.
 */
export function toPostgresDocument(document: string): string | undefined {
  // As JSON.stringify writes them: in lower case, and no other surrogate escaped. An escaped backslash is passed over.
  const mapped = document.replace(/\\(?:u(0000|d[89a-f][0-9a-f]{2})|.)/g, (written, digits: string | undefined) =>
    digits === undefined ? written : standIn(Number.parseInt(digits, 16)),
  );
  return mapped === document ? undefined : mapped;
}

function standIn(unit: number): string {
  return unit === 0 ? nul : String.fromCodePoint(firstSurrogate + unit - 0xd800);
}

/**
 * Text as an index over groups of three characters takes it, of names and of what is searched for alike: in lower case,
 * and without what a database refuses. Different texts may become the same: what is found is checked again.
 */
export function toSearchText(text: string): string {
  // Code point by code point, so that a part of a text stays a part of it.
  return mapCase(text.replace(/[\0\p{Cs}]/gu, "\ufffd"), "lower");
}
