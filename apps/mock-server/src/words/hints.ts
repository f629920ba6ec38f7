/** Advice of the mock's own that depends on more than the kind of a problem. */

export const lengthHint = "A body needs Content-Length or Transfer-Encoding: chunked.";

export function segmentHint(
  segment: string,
  known: readonly string[],
  version: string | undefined,
): string | undefined {
  const hints = [
    ...(version === undefined ? [] : [`${segment} is at /${version}.`]),
    ...(known.length === 0 ? [] : [`Here are: ${known.join(", ")}.`]),
  ];
  return hints.length === 0 ? undefined : hints.join(" ");
}

export function conditionHint(header: "If-Match" | "If-None-Match", stored: boolean, hasForm: boolean): string {
  if (header === "If-None-Match") {
    return hasForm ? "The event is stored already." : 'If-None-Match takes * or ETags in quotes: "1000".';
  }
  if (!hasForm) return 'If-Match takes * or ETags as answers have them, quoted and strong: "1000".';
  return stored
    ? "The event has changed; read it again for its present ETag."
    : "There is no stored event for If-Match to fit.";
}
