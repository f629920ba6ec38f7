import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureCertificate } from "../src/certificate.js";

const now = new Date("2026-03-02T08:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "provlog-certificate-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("ensureCertificate", () => {
  it("makes a P-256 certificate for localhost and both loopback addresses, valid for a year", async () => {
    const { cert, key, certificatePath, expires, isNew } = await ensureCertificate(folder, now);
    const parsed = new X509Certificate(cert);
    expect(isNew).toBe(true);
    expect(parsed.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
    expect(parsed.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(parsed.checkHost("localhost")).toBe("localhost");
    expect(parsed.checkIP("127.0.0.1")).toBe("127.0.0.1");
    expect(parsed.checkIP("::1")).toBe("::1");
    expect(parsed.checkHost("example.com")).toBeUndefined();
    expect(parsed.ca).toBe(false);
    expect(expires).toEqual(later(365));
    expect(await readFile(certificatePath, "utf8")).toBe(cert);
  });

  it("keeps the key to the user who made it", async () => {
    await ensureCertificate(folder, now);
    expect((await stat(join(folder, "localhost-key.pem"))).mode & 0o777).toBe(0o600);
  });

  it("gives the same certificate again while it has more than 30 days", async () => {
    const first = await ensureCertificate(folder, now);
    const again = await ensureCertificate(folder, later(334));
    expect(again.isNew).toBe(false);
    expect(again.cert).toBe(first.cert);
  });

  it("renews it under the same key when 30 days are left", async () => {
    const first = await ensureCertificate(folder, now);
    const renewed = await ensureCertificate(folder, later(336));
    expect(renewed.isNew).toBe(true);
    expect(renewed.key).toBe(first.key);
    expect(renewed.expires).toEqual(later(336 + 365));
  });

  it.each(["localhost-key.pem", "localhost-cert.pem"])("replaces a damaged %s", async (name) => {
    const first = await ensureCertificate(folder, now);
    await writeFile(join(folder, name), "not a PEM");
    const second = await ensureCertificate(folder, now);
    expect(second.cert).not.toBe(first.cert);
    expect(new X509Certificate(second.cert).checkPrivateKey(createPrivateKey(second.key))).toBe(true);
  });

  it("gives programs that start at once one key, and each a certificate of it", async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => ensureCertificate(folder, now)));
    expect(new Set(made.map(({ key }) => key)).size).toBe(1);
    const kept = await ensureCertificate(folder, now);
    expect(kept.isNew).toBe(false);
    expect(new X509Certificate(kept.cert).checkPrivateKey(createPrivateKey(kept.key))).toBe(true);
  });

  it("is trusted by a client that was given the certificate, and by no other", async () => {
    const { key, cert } = await ensureCertificate(folder, new Date());
    const server = createServer({ key, cert }, (_, response) => response.end("hello"));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const ask = (host: string, ca: string | undefined) =>
      new Promise<number | undefined>((resolve, reject) => {
        const options = { host, port, ...(ca === undefined ? {} : { ca }) };
        request(options, (response) => resolve(response.resume().statusCode))
          .on("error", reject)
          .end();
      });
    try {
      expect(await ask("localhost", cert)).toBe(200);
      expect(await ask("127.0.0.1", cert)).toBe(200);
      await expect(ask("127.0.0.1", undefined)).rejects.toThrow("self-signed certificate");
    } finally {
      server.close();
    }
  });
});
