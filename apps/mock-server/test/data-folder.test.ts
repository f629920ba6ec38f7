import { join } from "node:path";
import { expect, it } from "vitest";
import { findDataFolder } from "../src/program/data-folder.js";

it.each([
  [{ XDG_DATA_HOME: "/data" }, "linux", join("/data", "provlog")],
  [{ XDG_DATA_HOME: "" }, "linux", join("/home/me", ".local", "share", "provlog")],
  [{ LOCALAPPDATA: "/local" }, "win32", join("/local", "provlog")],
  [{ LOCALAPPDATA: "/local" }, "linux", join("/home/me", ".local", "share", "provlog")],
  [{ XDG_DATA_HOME: "/data", LOCALAPPDATA: "/local" }, "win32", join("/data", "provlog")],
])("keeps the program's files with %j on %s in %s", (environment, platform, folder) => {
  expect(findDataFolder(environment, platform, "/home/me")).toBe(folder);
});
