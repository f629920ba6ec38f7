// Not published. What only the index uses would be bundled into the index itself, whose statements no bundler drops; a
// second entry that uses it too makes it a chunk of its own, and the index nothing but a list of names.
export { collectionSchema } from "./collection.js";
export { graphErrorBodySchema } from "./graph-error.js";
export { provisioningObjectSummarySchema } from "./provisioning-object-summary.js";
export { toContractWire } from "./to-contract-wire.js";
export { toWire } from "./to-wire.js";
