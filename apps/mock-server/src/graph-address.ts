/** Whether a URL stands for Microsoft Graph here: everything but the mock's own page and routes. */
export function isGraphAddress(url: string): boolean {
  return url !== "/" && !url.startsWith("/?") && url !== "/_mock" && !url.startsWith("/_mock/");
}
