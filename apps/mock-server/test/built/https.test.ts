import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder, start, stop } from "./program.js";

/** Fetches in a Node of its own, since NODE_EXTRA_CA_CERTS is read when one starts. */
async function fetchApart(url: string, environment: Record<string, string>): Promise<string> {
  const script = `fetch(${JSON.stringify(url)}).then((r) => process.stdout.write(String(r.status)), (e) => process.stdout.write(e.cause.code))`;
  const child = spawn(process.execPath, ["-e", script], { env: { PATH: process.env["PATH"], ...environment } });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += String(chunk);
  });
  await new Promise((done) => child.on("close", done));
  return text;
}

it("--https is trusted by whoever trusts the printed certificate, which is made once", async () => {
  const folder = await makeFolder();
  const environment = { XDG_DATA_HOME: folder };
  const first = await start(["--https", "--count", "1", "--auth", "off"], environment);
  const printed = /NODE_EXTRA_CA_CERTS=(.+)$/m.exec(first.output.stderr)?.[1] ?? "";
  expect(printed).toBe(join(folder, "provlog", "localhost-cert.pem"));
  expect((await stat(join(folder, "provlog", "localhost-key.pem"))).mode & 0o777).toBe(0o600);
  expect(first.output.stderr).toContain("made just now");
  expect(first.output.stderr.match(new RegExp(`--cacert '${printed}' 'https://127\\.0\\.0\\.1:`, "g"))).toHaveLength(4);

  const url = `${first.url}/v1.0/auditLogs/provisioning`;
  expect(await fetchApart(url, { NODE_EXTRA_CA_CERTS: printed })).toBe("200");
  expect(await fetchApart(url.replace("127.0.0.1", "localhost"), { NODE_EXTRA_CA_CERTS: printed })).toBe("200");
  expect(await fetchApart(url, {})).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
  expect(await stop(first)).toBe(0);

  const second = await start(["--https", "--count", "1", "--auth", "off"], environment);
  expect(second.output.stderr).not.toContain("made just now");
  expect(await fetchApart(second.url, { NODE_EXTRA_CA_CERTS: printed })).toBe("200");
});
