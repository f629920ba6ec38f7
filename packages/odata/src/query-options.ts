import { ODataError } from "./odata-error.js";

/** Longest raw query string that is looked at, in UTF-16 code units. */
const maxLength = 65_536;
/** Most options of one query string; empty pairs do not count. */
const maxOptions = 100;

/** System query options of OData 4.01 that a service may accept without `$`. `id` is left out: it only goes with `$entity`. */
const undollared: ReadonlySet<string> = new Set(
  "apply compute count deltatoken expand filter format index levels orderby schemaversion search select skip skiptoken top".split(
    " ",
  ),
);

/** How the names of options are read. */
export interface SplitOptions {
  /**
   * Whether `top` is `$top`, as on Graph's beta root. Otherwise a name without `$` is a custom option.
   * Default false.
   */
  readonly dollarOptional?: boolean;
}

/** The options of one query string, decoded. */
export interface QueryOptions {
  /** By name, lower-case and without `$`. Holds unknown names too, so that the service can refuse them. */
  readonly system: ReadonlyMap<string, string>;
  /** By name as written; of options given more than once the first. */
  readonly custom: ReadonlyMap<string, string>;
  /** The query string as it came. */
  readonly raw: string;
}

/**
 * Splits a raw query string (without `?`) on `&` and the first `=`, and only then decodes, so that an encoded `&` or
 * `=` stays part of its value. `+` is a blank; empty pairs are tolerated; an option without `=` has the value `""`.
 * @throws ODataError `queryTooLong`, `tooManyOptions`, `badEncoding`, or `duplicateOption` when a system option is given
 * twice in any spelling (`$top`, `%24Top`, and `top` where `$` is optional).
 */
export function splitQueryOptions(rawQuery: string, options: SplitOptions = {}): QueryOptions {
  const system = new Map<string, string>();
  const custom = new Map<string, string>();
  for (const pair of rawPairs(rawQuery)) {
    const name = decode(pair.name, pair.start);
    const value = decode(pair.value, pair.valueStart);
    const systemName = systemNameOf(name, options);
    if (systemName === undefined) {
      if (!custom.has(name)) custom.set(name, value);
      continue;
    }
    if (system.has(systemName)) {
      throw new ODataError(
        "duplicateOption",
        `The query option $${systemName} is given more than once.`,
        { name: `$${systemName}` },
        pair.start,
      );
    }
    system.set(systemName, value);
  }
  return { system, custom, raw: rawQuery };
}

/**
 * The raw query string with one system option set: every spelling of it is taken out, the new one comes last, all other
 * options stay byte for byte. Makes a nextLink from the query that was asked. The value must need no encoding, as a skip
 * token does not.
 */
export function replaceSystemOption(rawQuery: string, name: string, value: string, options: SplitOptions = {}): string {
  const kept: string[] = [];
  for (const pair of rawPairs(rawQuery)) {
    if (systemNameOf(decode(pair.name, pair.start), options) !== name) {
      kept.push(rawQuery.slice(pair.start, pair.valueStart + pair.value.length));
    }
  }
  kept.push(`$${name}=${encodeURIComponent(value)}`);
  return kept.join("&");
}

interface RawPair {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly valueStart: number;
}

function rawPairs(rawQuery: string): RawPair[] {
  if (rawQuery.length > maxLength) {
    const parameters = { length: rawQuery.length, limit: maxLength };
    throw new ODataError("queryTooLong", `The query string is longer than ${maxLength} characters.`, parameters);
  }
  const pairs: RawPair[] = [];
  for (let start = 0; start < rawQuery.length; ) {
    const ampersand = rawQuery.indexOf("&", start);
    const end = ampersand === -1 ? rawQuery.length : ampersand;
    if (end > start) {
      if (pairs.length === maxOptions) {
        const message = `The query string has more than ${maxOptions} options.`;
        throw new ODataError("tooManyOptions", message, { limit: maxOptions }, start);
      }
      const equals = rawQuery.indexOf("=", start);
      const nameEnd = equals === -1 || equals > end ? end : equals;
      const valueStart = Math.min(nameEnd + 1, end);
      const name = rawQuery.slice(start, nameEnd);
      pairs.push({ name, value: rawQuery.slice(valueStart, end), start, valueStart });
    }
    start = end + 1;
  }
  return pairs;
}

function systemNameOf(name: string, options: SplitOptions): string | undefined {
  if (name.startsWith("$")) return name.slice(1).toLowerCase();
  if (options.dollarOptional !== true) return undefined;
  const lower = name.toLowerCase();
  return undollared.has(lower) ? lower : undefined;
}

function decode(text: string, position: number): string {
  const blanked = text.includes("+") ? text.replaceAll("+", " ") : text;
  if (!blanked.includes("%")) return blanked;
  try {
    return decodeURIComponent(blanked);
  } catch {
    throw new ODataError(
      "badEncoding",
      "The query string has a malformed percent-encoding.",
      { value: text },
      position,
    );
  }
}
