import type { Requirements } from "../requirement.js";

const odata = "OData 4.01 Protocol section 11.4.3";
const rules = "docs/update-directory-provisioning.md";

/** What an update does to the stored summary. */
export const merge = {
  "merge:omitted": { source: odata, basis: "documented", behaviour: "A property that the body omits keeps its value" },
  "merge:complex": {
    source: odata,
    basis: "documented",
    behaviour: "A complex property is merged: its members that the body omits stay",
    difference: { graph: "Single workloads replace complex values", here: "Merged, as OData says" },
  },
  "merge:collections": { source: odata, basis: "documented", behaviour: "A collection is replaced as a whole" },
  "merge:null": { source: odata, basis: "documented", behaviour: "null clears a declared property, a complex one too" },
  "merge:null-dynamic": {
    source: odata,
    basis: "documented",
    behaviour: "null removes a dynamic property of an open type",
  },
  "merge:dynamic": {
    source: odata,
    basis: "documented",
    behaviour: "An open type keeps properties that it does not declare",
  },
  "merge:refused-changes-nothing": {
    source: odata,
    basis: "documented",
    behaviour: "A body with one fault changes nothing, its faultless properties included",
  },
  "merge:twin-action": {
    source: rules,
    basis: "inferred",
    behaviour: "Writing action sets provisioningAction and the other way round",
    difference: {
      graph: "beta carries both; how they follow each other on a write is unknown",
      here: "Two faces of one fact",
    },
  },
  "merge:twin-status": {
    source: rules,
    basis: "inferred",
    behaviour: "Writing statusInfo sets provisioningStatusInfo, error information included, and the other way round",
  },
  "merge:twins-disagree": {
    source: rules,
    basis: "inferred",
    behaviour: "Twins that say different things answer 400 and change nothing",
  },
  "merge:twin-text-stays": {
    source: rules,
    basis: "inferred",
    behaviour: "An action text that no enum member has becomes `other` and stays as written",
  },
} as const satisfies Requirements;
