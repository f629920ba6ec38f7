import { type ProvisioningObjectSummary, toWire } from "../../src/index.js";

const decoder = new TextDecoder();

/** The beta view as a reader of the wire parses it. */
export function betaView(summary: ProvisioningObjectSummary): unknown {
  return JSON.parse(decoder.decode(toWire(summary).bytes));
}

/** The v1.0 view as a reader of the wire parses it. */
export function v1View(summary: ProvisioningObjectSummary): unknown {
  const { bytes, v1Start } = toWire(summary);
  return JSON.parse(`{${decoder.decode(bytes.subarray(v1Start))}`);
}
