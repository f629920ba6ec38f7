/** The preferences of a write that are understood; all others are ignored. */
export interface Preferences {
  readonly returned: "minimal" | "representation" | undefined;
  readonly createIfMissing: boolean;
}

const none: Preferences = { returned: undefined, createIfMissing: false };

/** Reads `Prefer`. Names in any case, separated by commas, or by semicolons as Microsoft's guidelines write them. */
export function parsePreferences(header: string | string[] | undefined): Preferences {
  if (header === undefined) return none;
  let returned: Preferences["returned"];
  let createIfMissing = false;
  for (const part of String(header).split(/[,;]/)) {
    const preference = part.replaceAll(/[\s"]/g, "").toLowerCase();
    // Of a preference given twice the first counts.
    if (preference === "return=minimal") returned ??= "minimal";
    else if (preference === "return=representation") returned ??= "representation";
    else if (preference === "create-if-missing") createIfMissing = true;
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
