// Checks every event of a file against the strict schema. `provlog validate events.json` does the same from a terminal.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { safeParseCreate } from "@org/models";

const file = process.argv[2] ?? "events.json";
const events: unknown = JSON.parse(await readFile(file, "utf8"));
assert(Array.isArray(events), `${file} holds no array`);

const findings = events.flatMap((event, index) => {
  const result = safeParseCreate(event);
  return result.success ? [] : result.error.issues.map(({ path, code }) => `${[index, ...path].join(".")} ${code}`);
});
for (const finding of findings) console.log(`${file}: ${finding}`);

// The sample file beside this example has three faults. A program of your own ends here with
// `process.exitCode = findings.length > 0 ? 1 : 0`.
if (file === "events.json") {
  const expected = [
    "1.activityDateTime dateTimeOffset",
    "1.durationInMilliseconds wrongType",
    "2.provisioningSteps.0.state unknownProperty",
  ];
  assert.deepEqual(findings.sort(), expected);
}
