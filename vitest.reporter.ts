import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reporter, TestModule, Vitest } from "vitest/node";

/**
 * Writes `reports/<name>.json` with the counts of one run, which `scripts/test.mjs` adds up, and prints what failed.
 * A file that did not load and an unhandled error have no test of their own, so each counts as one failure.
 */
export class ClosingLine implements Reporter {
  readonly #name: string;
  #folder = "reports";

  constructor(name = "tests") {
    this.#name = name;
  }

  onInit(vitest: Vitest): void {
    this.#folder = join(vitest.config.root, "reports");
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message?: string; stack?: string }[]): void {
    let passed = 0;
    let failed = unhandled.length;
    let skipped = 0;
    for (const error of unhandled) console.error(error.stack ?? error.message ?? String(error));
    for (const module of modules) {
      for (const error of module.errors())
        console.error(`FAILED ${module.relativeModuleId}\n${error.stack ?? error.message}`);
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === "passed") passed += 1;
        else if (state === "failed") {
          failed += 1;
          console.error(`FAILED ${module.relativeModuleId} > ${test.fullName}`);
          for (const error of errors ?? []) console.error(error.stack ?? error.message);
        } else skipped += 1;
      }
    }
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, `${this.#name}.json`), JSON.stringify({ passed, failed, skipped }));
  }
}
