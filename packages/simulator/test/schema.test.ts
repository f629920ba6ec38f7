import { createHash } from "node:crypto";
import { createSummary, parseCreate, toWire } from "@org/models";
import { errorCodes, findErrorCode, findSkipReason } from "@org/models/error-codes";
import { parseCreate as parseV1Create, toV1 } from "@org/models/v1";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../src/index.js";
import { passingFaults, problems } from "../src/problems.js";
import { optionsFor, toRow } from "./rows.js";

const text = new TextDecoder();

describe("every event of every seed", () => {
  it("passes the strict beta schema as it goes over the wire, and comes back as the same complete object", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        for (const event of simulate(optionsFor(seed, 400))) {
          const create = parseCreate(JSON.parse(text.decode(toWire(event).bytes)));
          expect(createSummary(create, event.id)).toEqual(event);
        }
      }),
      { numRuns: 8 },
    );
  });

  it("passes the strict v1.0 schema, converted or cut out of the wire form", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        for (const event of simulate(optionsFor(seed, 400))) {
          const { bytes, v1Start } = toWire(event);
          const cut = JSON.parse(`{${text.decode(bytes.subarray(v1Start))}`);
          expect(parseV1Create(cut)).toEqual(parseV1Create(toV1(event)));
        }
      }),
      { numRuns: 8 },
    );
  });

  it("carries an error code or skip reason that the error tables explain", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        for (const event of simulate(optionsFor(seed, 1_000))) {
          const { error, status, lastDetails } = toRow(event);
          if (status === "failure") expect(findErrorCode(error?.errorCode ?? "")?.kind).toBe("row");
          if (status === "skipped") expect(findSkipReason(String(lastDetails["SkipReason"]))).toBeDefined();
        }
      }),
      { numRuns: 10 },
    );
  });
});

it("calls a fault passing only if the error tables say that waiting is enough", () => {
  for (const code of passingFaults) expect(["automatic", "after40Minutes"]).toContain(findErrorCode(code).retry);
  const failing = problems.filter(({ skipped }) => !skipped).map(({ code }) => code);
  expect(errorCodes.map(({ code }) => code)).toEqual(expect.arrayContaining(failing));
  for (const code of failing) expect(findErrorCode(code)?.retry).not.toBe("automatic");
});

it("writes the same ten thousand events for ever", () => {
  const hash = createHash("sha256");
  for (const event of simulate(optionsFor(42, 10_000))) hash.update(toWire(event).bytes);
  expect(hash.digest("hex")).toBe("92f94b97ae54cbd9a48e31dfee5a8eece7fbcb8048dd429c80062b5fac7a6a99");
});
