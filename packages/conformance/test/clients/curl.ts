import { execFile } from "node:child_process";

/**
 * Sends JSON with curl, or with `fetch` on a machine that has no curl.
 *
 * @param header The Authorization header as a command line would carry it.
 */
export async function sendWithCurl(method: string, url: string, header: string, body: unknown): Promise<number> {
  const text = JSON.stringify(body);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const rest = ["-sS", "-o", "-", "-w", "\n%{http_code}", "-X", method, url];
    const headers = ["-H", header, "-H", "Content-Type: application/json", "--data-binary", "@-"];
    const child = execFile("curl", [...rest, ...headers], (error, stdout) => {
      if (error === null) resolve(Number(stdout.slice(-3)));
      else if ("code" in error && error.code === "ENOENT") resolve(undefined);
      else reject(error);
    });
    child.stdin?.on("error", () => {}); // curl is not there: the callback says so
    child.stdin?.end(text);
  });
  if (status !== undefined) return status;
  const [name = "", value = ""] = header.split(": ");
  const headers = { [name]: value, "content-type": "application/json" };
  return (await fetch(url, { method, headers, body: text })).status;
}
