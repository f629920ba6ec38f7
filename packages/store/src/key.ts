const needsEscape = /["\\\p{Cc}\p{Cs}]/u;

/**
 * An id or tenant as SQL text. A database keeps neither lone surrogates nor, everywhere, NUL; so strange text is escaped
 * as JSON does it, which keeps different ids different and ordinary ids as they are.
 */
export function toKey(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text).slice(1, -1) : text;
}

/** The reverse of {@link toKey}. */
export function fromKey(key: string): string {
  return key.includes("\\") ? (JSON.parse(`"${key}"`) as string) : key;
}
