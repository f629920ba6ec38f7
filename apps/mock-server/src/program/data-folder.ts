import { join } from "node:path";

/** Where this user's files of the program live: the platform's place for data, `provlog` below it. */
export function findDataFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
  homeFolder: string,
): string {
  const { XDG_DATA_HOME: xdg, LOCALAPPDATA: windows } = environment;
  if (xdg !== undefined && xdg !== "") return join(xdg, "provlog");
  if (platform === "win32" && windows !== undefined && windows !== "") return join(windows, "provlog");
  return join(homeFolder, ".local", "share", "provlog");
}
