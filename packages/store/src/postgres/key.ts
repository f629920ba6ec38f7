import { createHash } from "node:crypto";
import { toKey } from "../key.js";

/** Longest key kept as it is, in bytes. An index entry holds four texts and may have 2,704 bytes. */
const longest = 600;
/** How much of a longer one is kept, in characters, before the hash. */
const kept = 100;

/**
 * `toKey` of any length as text that an index of PostgreSQL takes: what is too long is cut, and ends in a hash of the
 * whole. Different texts stay different, since no other key has a backslash before `h`.
 */
export function toIndexKey(text: string): string {
  const key = toKey(text);
  // The usual case by length alone: a character has three bytes at most.
  if (key.length * 3 <= longest || Buffer.byteLength(key) <= longest) return key;
  const start = key.slice(0, kept).replace(/[\ud800-\udbff]$/, "");
  return `${start}\\h${createHash("sha256").update(key).digest("base64url")}`;
}
