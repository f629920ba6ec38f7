import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";

export interface TestCertificate {
  readonly https: { readonly key: string; readonly cert: string };
  /** The file that a client has to trust. */
  readonly certificatePath: string;
  remove(): Promise<void>;
}

/** A certificate for 127.0.0.1 that is nobody's but this run's. */
export async function makeCertificate(): Promise<TestCertificate> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), "conformance-certificate-"));
  const certificatePath = join(folder, "cert.pem");
  await writeFile(certificatePath, cert);
  return { https: { key, cert }, certificatePath, remove: () => rm(folder, { recursive: true }) };
}
