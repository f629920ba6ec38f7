import type { Requirements } from "../requirement.js";

const csdl = "microsoftgraph/msgraph-metadata, CSDL of provisioningObjectSummary";
const templates = "OData/odata.net SRResources.resx";
const resource = "learn.microsoft.com/graph/api/resources/provisioningobjectsummary";

/** What a body may hold. Each row is proved through PATCH; POST reads bodies the same way. */
export const types = {
  "type:unknown-property": {
    source: "OData 4.01 Protocol section 11.4.3",
    basis: "documented",
    behaviour: "A property the type does not declare answers 400 and changes nothing",
  },
  "type:unknown-property-nested": {
    source: csdl,
    basis: "documented",
    behaviour: "So does one inside a closed complex type, such as a step",
  },
  "type:null-time": {
    source: "microsoft/api-guidelines, Graph guidelines",
    basis: "documented",
    behaviour: "null for activityDateTime answers 400",
  },
  "type:int32": {
    source: csdl,
    basis: "documented",
    behaviour: "A number outside Int32, or with a fraction, answers 400",
  },
  "type:literal": {
    source: templates,
    basis: "inferred",
    behaviour: "A value of another JSON type answers 400 and names the type that was expected",
    difference: { graph: "Texts unobserved for this type", here: "The templates of Microsoft's OData libraries" },
  },
  "type:date-time": {
    source: csdl,
    basis: "documented",
    behaviour: "activityDateTime needs a zone and a date that exists; up to twelve fraction digits are kept as written",
  },
  "type:enum-member": {
    source: csdl,
    basis: "inferred",
    behaviour: "A text that is no member of the enum answers 400",
  },
  "type:enum-sentinel": {
    source: "microsoft/api-guidelines, Graph guidelines: evolvable enums",
    basis: "inferred",
    behaviour: "unknownFutureValue is a member like any other: PATCH and POST store it as written",
    difference: {
      graph: "Its guidelines: PATCH takes it for an absent property, POST refuses it",
      here: "Stored as written",
    },
  },
  "type:enum-case": {
    source: resource,
    basis: "inferred",
    behaviour:
      "An enum member in other letter case, as the documentation prints some, is read and stored in its own case",
    difference: { graph: "Unknown for bodies", here: "Read in any case, written in the CSDL's" },
  },
  "type:alias-initiator": {
    source: resource,
    basis: "inferred",
    behaviour: "initiatingType is read as initiatorType and its older member app as application",
    difference: { graph: "Documents the misspelt name, sends the other", here: "Reads both, writes initiatorType" },
  },
  "type:alias-service-principal": {
    source: resource,
    basis: "inferred",
    behaviour: "servicePrincipal as an array of one, and its name for displayName, are read",
    difference: { graph: "Documents a collection with name, sends one object", here: "Reads both, writes one object" },
  },
  "type:annotations": {
    source: "OData JSON Format 4.01 section 4.6",
    basis: "documented",
    behaviour: "Annotations in a body are not properties: they are tolerated and not stored",
  },
  "type:names": {
    source: "OData JSON Format 4.01 section 4.6.3",
    basis: "documented",
    behaviour: "Type names are read with and without `#`, the older names of the page included",
  },
  "type:other-type": {
    source: csdl,
    basis: "inferred",
    behaviour: "The name of a type that does not belong there answers 400",
  },
  "type:ids-are-text": {
    source: "learn.microsoft.com samples with ids that are no GUIDs",
    basis: "observed",
    behaviour: "An id may be any text; nothing demands a GUID",
  },
  "type:depth": {
    source: "our own decision",
    basis: "inferred",
    behaviour: "A body nested too deeply answers 400 and never breaks the server",
    difference: { graph: "Has limits that nobody has published", here: "32 levels, 5,000 elements, 256 KiB a string" },
  },
  "type:size": {
    source: "learn.microsoft.com/graph/errors",
    basis: "documented",
    behaviour: "A body over 1 MiB answers 413 with a Graph error",
    difference: { graph: "413 exists; limit and code here are unknown", here: "1 MiB, `RequestEntityTooLarge`" },
  },
} as const satisfies Requirements;
