import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderHelp } from "../src/program/help.js";

it("the README shows what --help prints", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(readme).toContain(`\`\`\`text\n${renderHelp("provlog-mock")}\`\`\``);
});
