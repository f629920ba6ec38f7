import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from "node:crypto";
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A key and its certificate as PEM, and the file a client has to trust. */
export interface LocalCertificate {
  readonly key: string;
  readonly cert: string;
  /** For `NODE_EXTRA_CA_CERTS` or `curl --cacert`. */
  readonly certificatePath: string;
  readonly expires: Date;
  /** False when the one on disk still served. */
  readonly isNew: boolean;
}

const day = 24 * 60 * 60 * 1000;
const validDays = 365;
const renewDays = 30;
const altNames = "DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1";

/**
 * Gives the certificate for `localhost`, `127.0.0.1` and `::1` that lives in `folder`, and makes it when there is none,
 * when it has less than 30 days left, or when it does not fit. The key is made once and kept: whoever trusts a
 * certificate today will be shown another one of the same key, and two programs that start at once agree.
 */
export async function ensureCertificate(folder: string, now: Date): Promise<LocalCertificate> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const key = await ensureKey(join(folder, "localhost-key.pem"));
  const certificatePath = join(folder, "localhost-cert.pem");
  const kept = await readUsable(certificatePath, key, now);
  if (kept !== undefined) return { ...kept, key: toPem(key), certificatePath, isNew: false };

  const cert = await issue(key, now);
  await replaceFile(certificatePath, cert);
  return { key: toPem(key), cert, certificatePath, expires: new Date(new X509Certificate(cert).validTo), isNew: true };
}

async function ensureKey(path: string): Promise<KeyObject> {
  const found = await readText(path);
  const key = found === undefined ? undefined : parseKey(found);
  if (key !== undefined) {
    await chmod(path, 0o600);
    return key;
  }
  if (found !== undefined) await rm(path, { force: true });
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const draft = `${path}.${createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("hex").slice(-16)}`;
  await writeFile(draft, toPem(privateKey), { mode: 0o600, flag: "wx" });
  try {
    // A link is made whole or not at all, and never over another program's key.
    await link(draft, path);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return createPrivateKey(await readFile(path, "utf8"));
}

async function readUsable(
  path: string,
  key: KeyObject,
  now: Date,
): Promise<{ cert: string; expires: Date } | undefined> {
  const cert = await readText(path);
  if (cert === undefined) return undefined;
  try {
    const parsed = new X509Certificate(cert);
    const expires = new Date(parsed.validTo);
    const isFresh = expires.getTime() - now.getTime() > renewDays * day && new Date(parsed.validFrom) <= now;
    return isFresh && parsed.checkPrivateKey(key) && parsed.subjectAltName === altNames ? { cert, expires } : undefined;
  } catch {
    return undefined; // not a certificate: a new one takes its place
  }
}

async function issue(key: KeyObject, now: Date): Promise<string> {
  const { generate } = await import("selfsigned");
  const { cert } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    keyPair: {
      privateKey: toPem(key),
      publicKey: createPublicKey(key).export({ type: "spki", format: "pem" }).toString(),
    },
    // An hour back, for clients whose clock is behind.
    notBeforeDate: new Date(now.getTime() - day / 24),
    notAfterDate: new Date(now.getTime() + validDays * day),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return cert;
}

function parseKey(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyDetails?.namedCurve === "prime256v1" ? key : undefined;
  } catch {
    return undefined;
  }
}

function toPem(key: KeyObject): string {
  return key.export({ type: "pkcs8", format: "pem" }).toString();
}

async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${new X509Certificate(text).serialNumber}`;
  await writeFile(draft, text, { mode: 0o644 });
  await rename(draft, path);
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
