import { describe, expect, it } from "vitest";
import { createRedact } from "../src/redact.js";

describe("createRedact", () => {
  it("removes a long token wherever it stands", () => {
    expect(createRedact("abcdefgh")("xabcdefghy abcdefgh")).toBe("x[redacted]y [redacted]");
  });

  it("removes a short token only where it stands alone", () => {
    expect(createRedact("any")("Bearer any, of any company")).toBe("Bearer [redacted], of [redacted] company");
  });

  it("takes the token literally", () => {
    expect(createRedact("a.c")("abc a.c")).toBe("abc [redacted]");
  });
});
