/** The preferences of a write that are understood; all others are ignored. */
export interface Preferences {
  readonly returned: "minimal" | "representation" | undefined;
  readonly createIfMissing: boolean;
}

const none: Preferences = { returned: undefined, createIfMissing: false };
/** What separators outside quotes part; a quote that nothing ends reaches to the end. */
const parts = /(?:[^",;]|"(?:\\.?|[^"\\])*(?:"|$))+/g;
/** RFC 7240: a token, and a value that is a token or a text in quotes. */
const preference = /^\s*([!#$%&'*+.^_`|~\w-]+)(?:\s*=\s*(?:([!#$%&'*+.^_`|~\w-]+)|"([^"\\]*)")?)?\s*$/;

/** Reads `Prefer`. Names in any case, separated by commas, or by semicolons as Microsoft's guidelines write them. */
export function parsePreferences(header: string | string[] | undefined): Preferences {
  if (header === undefined) return none;
  let returned: Preferences["returned"];
  let createIfMissing = false;
  for (const part of String(header).match(parts) ?? []) {
    const [, name = "", token, quoted = ""] = preference.exec(part) ?? [];
    const value = (token ?? quoted).toLowerCase();
    // Of a preference given twice the first counts.
    if (name.toLowerCase() === "return" && (value === "minimal" || value === "representation")) returned ??= value;
    else if (name.toLowerCase() === "create-if-missing" && value === "") createIfMissing = true;
  }
  return { returned, createIfMissing };
}

/** The value of `Preference-Applied`, or undefined when nothing was applied. */
export function appliedPreferences(preferences: Preferences, upserted: boolean): string | undefined {
  const applied: string[] = [];
  if (preferences.createIfMissing && upserted) applied.push("create-if-missing");
  if (preferences.returned !== undefined) applied.push(`return=${preferences.returned}`);
  return applied.length === 0 ? undefined : applied.join(", ");
}
