/** A short rendering of any value for an error report. */
export function excerpt(value: unknown): string {
  if (typeof value === "string") return value.length > 100 ? `${value.slice(0, 100)}…` : value;
  if (Array.isArray(value)) return "array";
  if (typeof value === "object" && value !== null) return "object";
  return String(value);
}
