/** What can be wrong with an id that is to be stored. */
export type IdFault = "null" | "notText" | "empty" | "illFormed" | "tooLong";

/** Most bytes of an id, as UTF-8. */
export const maxIdBytes = 1_024;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether an event under this id could be addressed: a text that is there, is Unicode and fits into a URL. */
export function judgeId(id: unknown): IdFault | undefined {
  if (id === null) return "null";
  if (typeof id !== "string") return "notText";
  if (id === "") return "empty";
  if (loneSurrogate.test(id)) return "illFormed";
  return Buffer.byteLength(id) > maxIdBytes ? "tooLong" : undefined;
}
