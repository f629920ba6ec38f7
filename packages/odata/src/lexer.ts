import type { LiteralForm } from "./expression.js";
import { dateFormOf, isTimeOfDay, readPrefixed } from "./literal-forms.js";
import { ODataError } from "./odata-error.js";
import { badLiteral, syntaxError } from "./syntax-error.js";

/** `json` is a string in double quotes; `mark` a single character. */
export type TokenKind = "end" | "word" | "literal" | "json" | "mark";

const blanks = /[ \t]*/y;
const word =
  /[$@]?[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*(?:\.[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*)*(?:#[A-Za-z_]\w*)?/uy;
const plainWord = /[A-Za-z_]\w*(?![\w.#$@\u0080-\uffff])/y;
const guid = /[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}(?![\w-])/y;
const date = /-?\d{4,}-\d\d-\d\d(?!\d)(?:T[\d:.]*(?:Z|[+-][\d:]*)?)?/iy;
const time = /\d\d:\d\d[\d:.]*/y;
const number = /[-+]?\d+(\.\d+)?([eE][-+]?\d+)?/y;
const infinity = /-INF(?!\w)/y;
const json = /"(?:[^"\\]|\\.)*"/sy;
const tail = /[\w.-]*/y;
const marks = "(),/:=;[]{}*-";

/**
 * Cuts an expression into tokens, one at a time: the fields tell of the current one. Every character is looked at a
 * bounded number of times, whatever stands before and after it.
 */
export class Lexer {
  readonly text: string;
  kind: TokenKind = "end";
  /** The token as written; of a literal its content, of a JSON string what it means. */
  value = "";
  form: LiteralForm = "null";
  type: string | undefined = undefined;
  start = 0;
  end = 0;
  /** Characters and tokens looked at so far: what "linear" is measured by. */
  steps = 0;

  constructor(text: string) {
    this.text = text;
    this.next();
  }

  next(): void {
    const { text } = this;
    let at = this.end;
    if (text.charCodeAt(at) <= 32) {
      blanks.lastIndex = at;
      blanks.test(text);
      at = blanks.lastIndex;
    }
    this.steps += 1 + at - this.end;
    this.start = at;
    this.type = undefined;
    if (at >= text.length) {
      this.kind = "end";
      this.value = "";
      this.end = at;
      return;
    }
    this.#read(text.charCodeAt(at), at);
    this.steps += this.end - at;
  }

  /** Whether the current token is this mark. */
  is(mark: string): boolean {
    return this.kind === "mark" && this.value === mark;
  }

  /** Whether `(` follows the current token at once. */
  isBeforeParenthesis(): boolean {
    return this.text.charCodeAt(this.end) === 40;
  }

  #read(code: number, at: number): void {
    const { text } = this;
    if (code === 39) {
      this.#string("string", at, at);
      return;
    }
    const isDigit = code >= 48 && code <= 57;
    if (isDigit || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)) {
      if (text.charCodeAt(at + 8) === 45 && this.#match(guid, at)) {
        this.#literal("guid", at);
        return;
      }
    }
    if (isDigit || code === 43 || code === 45) {
      if (this.#number(at, isDigit)) return;
    }
    if (this.#match(plainWord, at) || this.#match(word, at)) {
      this.kind = "word";
      this.value = text.slice(at, this.end);
      if (text.charCodeAt(this.end) === 39) this.#string(this.value, at, this.end);
      return;
    }
    if (code === 34) {
      this.#json(at);
      return;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!marks.includes(character)) throw syntaxError("badCharacter", text, at, { character });
    this.kind = "mark";
    this.value = character;
    this.end = at + 1;
  }

  #match(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(this.text)) return false;
    this.end = pattern.lastIndex;
    return true;
  }

  #literal(form: LiteralForm, at: number): void {
    this.kind = "literal";
    this.form = form;
    this.value = this.text.slice(at, this.end);
  }

  /** Numbers, dates and times; false for a sign that belongs to an expression. */
  #number(at: number, isDigit: boolean): boolean {
    if (this.#match(date, at)) {
      const text = this.#withTail(at);
      const form = dateFormOf(text);
      if (form === undefined) {
        const message = `'${text}' is no date, and no DateTimeOffset such as 2026-03-02T08:14:05Z.`;
        throw new ODataError("badDateTimeOffset", message, { value: text }, at);
      }
      this.#literal(form, at);
      return true;
    }
    if (isDigit && this.#match(time, at)) {
      const text = this.#withTail(at);
      if (!isTimeOfDay(text)) throw badLiteral("Edm.TimeOfDay", text, at);
      this.#literal("timeOfDay", at);
      return true;
    }
    if (this.#match(infinity, at)) {
      this.#literal("double", at);
      return true;
    }
    number.lastIndex = at;
    const match = number.exec(this.text);
    if (match === null) return false;
    this.end = number.lastIndex;
    this.#literal(match[2] !== undefined ? "double" : match[1] !== undefined ? "decimal" : "integer", at);
    const text = this.#withTail(at);
    if (text.length > this.value.length) throw badLiteral("number", text, at);
    return true;
  }

  /** The literal with everything that hangs on to it: `12abc` is one bad number, not two tokens. */
  #withTail(at: number): string {
    tail.lastIndex = this.end;
    tail.test(this.text);
    this.end = tail.lastIndex;
    return this.text.slice(at, this.end);
  }

  /** A string in single quotes, from the quote on; `prefix` stands before it. */
  #string(prefix: string, at: number, quote: number): void {
    const { text } = this;
    let end = text.indexOf("'", quote + 1);
    let isDoubled = false;
    while (end !== -1 && text.charCodeAt(end + 1) === 39) {
      isDoubled = true;
      end = text.indexOf("'", end + 2);
    }
    if (end === -1) throw syntaxError("unterminatedString", text, at);
    const content = text.slice(quote + 1, end);
    this.kind = "literal";
    this.value = isDoubled ? content.replaceAll("''", "'") : content;
    this.end = end + 1;
    if (quote === at) {
      this.form = "string";
      return;
    }
    const { form, type } = readPrefixed(prefix, this.value, at);
    this.form = form;
    this.type = type;
  }

  #json(at: number): void {
    if (!this.#match(json, at)) throw syntaxError("unterminatedString", this.text, at);
    const raw = this.text.slice(at, this.end);
    try {
      this.value = String(JSON.parse(raw));
    } catch {
      throw badLiteral("JSON string", raw, at);
    }
    this.kind = "json";
  }
}
