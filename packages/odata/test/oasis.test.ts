import { describe, expect, it } from "vitest";
import leftOut from "./oasis/left-out.json" with { type: "json" };
import { readCases } from "./oasis/read-cases.js";
import { refusedAt, runnerOf } from "./oasis/run-case.js";

// The file is OASIS's and not ours to pass on: github.com/oasis-tcs/odata-abnf, abnf/odata-abnf-testcases.yaml.
const file = process.env["ODATA_ABNF_TESTCASES"];
if (file === undefined) {
  console.warn(
    "OASIS cases skipped: set ODATA_ABNF_TESTCASES to odata-abnf-testcases.yaml of github.com/oasis-tcs/odata-abnf",
  );
}

const cases = file === undefined ? [] : readCases(file);
const ours = cases.flatMap((one) => {
  const run = runnerOf(one);
  const exclusion = leftOut.find(
    ({ rule, cases: inputs }) => inputs.includes(one.input) && (rule === one.rule || !/Value$/.test(rule)),
  );
  return run === undefined ? [] : [{ ...one, run, isLeftOut: exclusion !== undefined }];
});

describe.skipIf(file === undefined)("OASIS cases for filters, orders, selections and literals", () => {
  it.each(ours.filter(({ isLeftOut, failAt }) => !isLeftOut && failAt === undefined))(
    "takes $rule: $input",
    ({ run, input }) => expect(refusedAt(run, input)).toBe(undefined),
  );

  it.each(ours.filter(({ isLeftOut, failAt }) => !isLeftOut && failAt !== undefined))(
    "refuses $rule: $input",
    ({ run, input }) => expect(refusedAt(run, input)).not.toBe(undefined),
  );

  it.each(ours.filter(({ isLeftOut }) => isLeftOut))("still differs in $rule: $input", ({ run, input, failAt }) =>
    expect(refusedAt(run, input) === undefined).toBe(failAt !== undefined),
  );

  it("leaves out the cases of at most ten rules, each of them there", () => {
    expect(leftOut.length).toBeLessThanOrEqual(10);
    const inputs = ours.filter(({ isLeftOut }) => isLeftOut).map(({ input }) => input);
    expect([...new Set(inputs)].sort()).toEqual(leftOut.flatMap((row) => row.cases).sort());
  });
});
