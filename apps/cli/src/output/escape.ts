/** Control characters, and those that reorder text: what a terminal would obey instead of show. */
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The same but for the line breaks of indented JSON; inside its strings they are escaped already. */
const unprintableInJson = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The same but for what text of several lines is laid out with. */
const unprintableInLines = /(?![\t\r\n])[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text that keeps its tabs and line breaks, for formats that have a place for them. */
export function printableLines(text: string): string {
  return text.replace(unprintableInLines, escapeCharacter);
}

/** Text from elsewhere, made safe to print: an escape sequence in a name shows as text and does nothing. */
export function printable(text: string): string {
  return text.replace(unprintable, escapeCharacter);
}

/** JSON text with the same meaning that a terminal can only show; `indent` as in JSON.stringify. */
export function toJsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(unprintableInJson, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
