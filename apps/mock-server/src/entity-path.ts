/**
 * The path of one summary: its id as a segment, or as a key in quotes where a segment would mean something else: `$…`
 * is OData's own, and clients resolve `.` and `..` away.
 */
export function entityPath(collectionPath: string, id: string): string {
  if (!id.startsWith("$") && id !== "." && id !== "..") return `${collectionPath}/${encodeURIComponent(id)}`;
  // A quote is doubled inside quotes.
  return `${collectionPath}('${encodeURIComponent(id).replaceAll("'", "%27%27")}')`;
}
