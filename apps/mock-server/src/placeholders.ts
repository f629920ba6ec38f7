/** The texts the contract page prints where a value of the type belongs. */
const placeholders = [
  ["activityDateTime", "String (timestamp)"],
  ["durationInMilliseconds", "Integer"],
] as const;

/** Names of the properties that hold the page's placeholder instead of a value. */
export function findPlaceholders(body: Readonly<Record<string, unknown>>): string[] {
  return placeholders.filter(([name, text]) => body[name] === text).map(([name]) => name);
}

/** The body without them: a placeholder counts as present and means that no value is given. */
export function withoutPlaceholders(
  body: Readonly<Record<string, unknown>>,
  found: readonly string[],
): Readonly<Record<string, unknown>> {
  if (found.length === 0) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !found.includes(name)));
}

/** The value of `x-mock-note` for a write that met placeholders. */
export function placeholderNote(found: readonly string[], created: boolean): string {
  const taken = created ? "the time is the clock's and the duration null" : "these properties keep their values";
  return `${found.join(" and ")} held the documentation's placeholder, which is taken as not given: ${taken}`;
}
