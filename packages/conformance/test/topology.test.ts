import { describe, expect, it } from "vitest";
import { ambientReads, staleAmbientUses } from "./topology/ambient.js";
import {
  arrowsOf,
  arrowViolations,
  circles,
  computedImports,
  deepImports,
  dependencyMismatches,
} from "./topology/arrows.js";
import { deadLinks } from "./topology/dead-links.js";
import { documentedArrows, tableArrows } from "./topology/documented-arrows.js";
import { packageGaps, staleDependencyRows, unexplainedDependencies } from "./topology/package-files.js";
import { platformNeutralRooms, rooms } from "./topology/rooms.js";
import { nodeImports, overlongFiles, sourcesOf, starExports } from "./topology/source-rules.js";
import { downloadAddresses, machinePaths } from "./topology/tracked-text.js";
import { readWorkspace, roomOf } from "./topology/workspace.js";

// Each rule is shown to turn red, on a violation planted in memory, in topology-rules.test.ts.
const workspace = readWorkspace();

/** The message lists every violation, where a compared array would be cut short. */
function expectNone(violations: readonly string[]): void {
  expect(violations, violations.join("\n")).toEqual([]);
}

describe("the arrows between the rooms", () => {
  it("are found in the sources at all", () => {
    expect(workspace.packages.map(({ folder }) => roomOf(folder))).toEqual(expect.arrayContaining(Object.keys(rooms)));
    expect(arrowsOf(workspace).length).toBeGreaterThan(20);
  });

  it("are the ones of the table, the lazy ones by import() only", () => {
    expectNone(arrowViolations(workspace, rooms));
  });

  it("lead to no circle", () => {
    expectNone(circles(workspace));
  });

  it("go through what a sibling publishes", () => {
    expectNone(deepImports(workspace));
  });

  it("can be read off: no import's target is computed", () => {
    expectNone(computedImports(workspace));
  });

  it("are the declared dependencies", () => {
    expectNone(dependencyMismatches(workspace));
  });

  it("are drawn in docs/architecture.md as they are", () => {
    const page = workspace.files.find(({ path }) => path === "docs/architecture.md");
    expect(documentedArrows(page?.text ?? "")).toEqual(tableArrows(rooms));
  });
});

describe("the sources", () => {
  it("take clock, randomness, console and process as arguments, but for the places that pass them in", () => {
    expectNone(ambientReads(workspace.files));
    expectNone(staleAmbientUses(workspace.files));
  });

  it("keep to the line limit", () => {
    expectNone(overlongFiles(workspace.files));
  });

  it("publish name by name, never with export *", () => {
    expectNone(starExports(workspace.files));
  });

  it("of models, odata and client import nothing of Node", () => {
    const sources = sourcesOf(workspace, platformNeutralRooms);
    expect(sources.length).toBeGreaterThan(10);
    expectNone(nodeImports(sources));
  });
});

describe("the repository's text", () => {
  it("names no place on one machine", () => {
    expectNone(machinePaths(workspace.files));
  });

  it("names no package registry and nothing to download", () => {
    expectNone(downloadAddresses(workspace.files));
  });
});

describe("the pages", () => {
  it("link to files that exist", () => {
    expectNone(deadLinks(workspace.files));
  });
});

describe("every published package", () => {
  it("has its README, its licence and its publishing settings", () => {
    expectNone(packageGaps(workspace));
  });

  it("has its run-time dependencies explained in docs/decisions/dependencies.md, and no others are", () => {
    const page = workspace.files.find(({ path }) => path === "docs/decisions/dependencies.md")?.text ?? "";
    expectNone(unexplainedDependencies(workspace, page));
    expectNone(staleDependencyRows(workspace, page));
  });
});
