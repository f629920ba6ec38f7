import type { EtagCondition } from "@org/store";

/** What `If-None-Match` says; `malformed` when it is neither `*` nor a list of etags. */
export type NoneMatchCondition = EtagCondition | "malformed";

interface EntityTag {
  readonly etag: string;
  readonly weak: boolean;
}

/** One element of a list, with the comma after it; RFC 9110 lets elements be empty. */
const element = /[ \t]*(?:(W\/)?"([\x21\x23-\x7e\x80-\xff]*)")?[ \t]*(,|$)/y;

/**
 * Reads `If-Match`, which compares strongly: a weak etag fits nothing. Neither does a header that is no list of etags,
 * which keeps a write from happening by mistake.
 */
export function parseIfMatch(header: string | undefined): EtagCondition | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === "*") return "*";
  return (readEntityTags(header) ?? []).filter(({ weak }) => !weak).map(({ etag }) => etag);
}

/** Reads `If-None-Match`, which compares weakly: `W/` makes no difference. */
export function parseIfNoneMatch(header: string | undefined): NoneMatchCondition | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === "*") return "*";
  return readEntityTags(header)?.map(({ etag }) => etag) ?? "malformed";
}

/** Whether every etag of an `If-Match` is quoted and strong, so that it only fails for being another one. */
export function isStrongList(header: string | undefined): boolean {
  if (header === undefined || header.trim() === "*") return true;
  return readEntityTags(header)?.every(({ weak }) => !weak) ?? false;
}

/** The list of RFC 9110 §8.8.3; undefined when the header is none, or has no element. */
function readEntityTags(header: string): readonly EntityTag[] | undefined {
  const tags: EntityTag[] = [];
  element.lastIndex = 0;
  for (let comma: string | undefined = ","; comma === ","; ) {
    const match = element.exec(header);
    if (match === null) return undefined;
    const [, weak, etag, end] = match;
    if (etag !== undefined) tags.push({ etag, weak: weak !== undefined });
    comma = end;
  }
  return tags.length === 0 ? undefined : tags;
}
