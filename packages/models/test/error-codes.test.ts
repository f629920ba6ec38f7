import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorCodes, findErrorCode, findSkipReason, skipReasons } from "../src/error-codes.js";

const countsByKind = { row: 27, crossTenant: 10, hrToActiveDirectory: 6, apiDriven: 1, job: 9 };

describe("errorCodes", () => {
  it("holds every code of the sources, by kind", () => {
    const counts: Record<string, number> = {};
    for (const { kind } of errorCodes) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual(countsByKind);
  });

  it("names no code and no alias twice", () => {
    const texts = errorCodes.flatMap(({ code, aliases }) => [code, ...aliases]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("says of each the cause, the next step and the source, in whole sentences", () => {
    for (const { code, cause, nextStep, source } of errorCodes) {
      expect(code).toMatch(/^[A-Z][A-Za-z0-9-]+$/);
      expect(cause, code).toMatch(/^[A-Z][^\n]{15,}\.$/);
      expect(nextStep, code).toMatch(/^[A-Z][^\n]+\.$/);
      expect(source.title.length).toBeGreaterThan(10);
    }
  });

  it("claims a documented retry only where nobody has to act but wait", () => {
    const waiting = errorCodes.filter(({ retry }) => retry === "after40Minutes").map(({ code }) => code);
    expect(waiting).toEqual(["InternalServerError", "WebExceptionProtocolError", "InternalError", "Timeout"]);
  });
});

describe("findErrorCode", () => {
  it("finds every code by itself and by each of its aliases", () => {
    for (const facts of errorCodes) {
      for (const text of [facts.code, ...facts.aliases]) expect(findErrorCode(text)).toBe(facts);
    }
  });

  it("tells codes apart that differ in case only", () => {
    expect(findErrorCode("Timeout").kind).toBe("row");
    expect(findErrorCode("TimeOut").kind).toBe("job");
    expect(findErrorCode("timeout")).toBeUndefined();
  });

  it.each([
    ["BoxEntryConflict", "EntryConflict"],
    ["SlackEntryConflict", "EntryConflict"],
    ["Microsoft Entra IDForbidden", "AzureActiveDirectoryForbidden"],
    ["MicrosoftEntraIDQuotaLimitExceeded", "AzureActiveDirectoryQuotaLimitExceeded"],
  ])("resolves the documented spelling %s to %s", (spelling, code) => {
    expect(findErrorCode(spelling)?.code).toBe(code);
  });

  it("knows nothing of any other text, whatever it is", () => {
    expect(findErrorCode("")).toBeUndefined();
    expect(findErrorCode("__proto__")).toBeUndefined();
    expect(findErrorCode("constructor")).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(findErrorCode(`${text}?`)).toBeUndefined();
      }),
    );
  });
});

describe("findSkipReason", () => {
  it("finds every reason, and tells the normal ones from those somebody has to look at", () => {
    for (const facts of skipReasons) expect(findSkipReason(facts.reason)).toBe(facts);
    expect(skipReasons.filter(({ isExpected }) => !isExpected).map(({ reason }) => reason)).toEqual([
      "AttributeValidationFailed",
      "UnableToResolveReferenceAttributeValue",
    ]);
  });

  it("knows nothing of any other text", () => {
    for (const text of ["", "redundantExport", "__proto__"]) expect(findSkipReason(text)).toBeUndefined();
  });
});
