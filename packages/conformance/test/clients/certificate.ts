import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCertificate } from "@org/mock-server";

/** A certificate in a folder of its own: tests neither read nor write the one of this machine. */
export async function makeCertificate() {
  return ensureCertificate(await mkdtemp(join(tmpdir(), "conformance-certificate-")), new Date());
}
