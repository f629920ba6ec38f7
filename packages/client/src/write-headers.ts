import type { UpdateOptions } from "./options.js";

/** Headers of a write, from its options. @throws TypeError when an etag cannot be one. */
export function writeHeaders(options: UpdateOptions, hasBody: boolean): Record<string, string> {
  const preferences = [
    ...(options.return === undefined ? [] : [`return=${options.return}`]),
    ...(options.createIfMissing ? ["create-if-missing"] : []),
  ];
  return {
    accept: "application/json",
    ...(hasBody ? { "content-type": "application/json" } : {}),
    ...(preferences.length === 0 ? {} : { prefer: preferences.join(", ") }),
    ...(options.ifMatch === undefined ? {} : { "if-match": quoteEtag(options.ifMatch) }),
    ...(options.ifNoneMatch === undefined ? {} : { "if-none-match": options.ifNoneMatch }),
  };
}

function quoteEtag(etag: string): string {
  if (!/^[\x21-\x7e]+$/.test(etag)) throw new TypeError("ifMatch is no etag");
  return etag === "*" || etag.endsWith('"') ? etag : `"${etag}"`;
}
