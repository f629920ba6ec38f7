import type { EtagCondition } from "@org/store";

/**
 * Reads `If-Match` or `If-None-Match`. Our etags are strong, so a weak one fits nothing; neither does text that is no
 * etag, which keeps a write from happening by mistake.
 */
export function parseEtagCondition(header: string | undefined): EtagCondition | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (text === "*") return "*";
  return Array.from(text.matchAll(/(W\/)?"([^"]*)"/g), ([, weak, etag]) =>
    weak === undefined ? etag : undefined,
  ).filter((etag) => etag !== undefined);
}
