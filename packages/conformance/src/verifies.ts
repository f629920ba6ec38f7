import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { StartOptions } from "@org/mock-server";
import { afterAll, expect, it } from "vitest";
import { claimsIn } from "./claims.js";
import { requirements } from "./requirements.js";
import { openScenario, type Scenario } from "./scenario.js";

export type RequirementId = keyof typeof requirements;

/** Registers the one test that proves a requirement. The test gets a mock of its own, empty and without a log. */
export type Verifies = (id: RequirementId, prove: (scenario: Scenario) => Promise<void>) => void;

/**
 * Makes `verifies` for one test file. A call that the file's text shows but that never ran, because it stands in code
 * that is not reached, fails the file; `coverage.test.ts` compares the texts with the manifest.
 *
 * @param file The test file's `import.meta.url`.
 */
export function createVerifies(file: string, options: StartOptions = {}): Verifies {
  const ran = new Set<string>();
  let tasks: readonly { readonly mode: string }[] = [];

  afterAll(() => {
    // A run that was narrowed to some names skips the others, and proves nothing about the file.
    if (tasks.some(({ mode }) => mode === "skip")) return;
    const claimed = claimsIn(readFileSync(fileURLToPath(file), "utf8"));
    expect([...ran].sort(), "claims in this file that ran").toEqual([...new Set(claimed)].sort());
  });

  return (id, prove) => {
    it(`${id}: ${requirements[id]?.behaviour ?? "not in the manifest"}`, async ({ task }) => {
      ran.add(id);
      tasks = task.file.tasks;
      expect(Object.keys(requirements)).toContain(id);
      expect.hasAssertions();
      await using scenario = await openScenario(options);
      await prove(scenario);
    });
  };
}
