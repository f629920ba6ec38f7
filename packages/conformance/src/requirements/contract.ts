import type { Requirements } from "../requirement.js";

const page = "Update directoryProvisioning (contract page)";
const rules = "docs/update-directory-provisioning.md";

/** `PATCH /auditLogs/directoryProvisioning`: the address, the target, the preconditions, the answer. */
export const contract = {
  "contract:update:by-id": {
    source: page,
    basis: "documented",
    behaviour: "PATCH with the id of a stored summary answers 200 with the updated object and its context",
    difference: {
      graph: "Documents the call; no answer of the live service to a write has ever been published",
      here: "Updates the stored summary; `--read-only` answers 405 instead",
    },
  },
  "contract:update:id-alone-changes-nothing": {
    source: rules,
    basis: "inferred",
    behaviour: "PATCH with nothing but the id of a stored summary answers 200 and changes nothing",
  },
  "contract:address:no-version": {
    source: page,
    basis: "documented",
    behaviour: "PATCH is served without a version too, as the page's HTTP request prints it",
    difference: {
      graph: "The page's heading has no version, its example has `/beta`; the gateway serves versions only",
      here: "Both addresses do the same; contexts name `/beta/`",
    },
  },
  "contract:address:no-version-reads-back": {
    source: rules,
    basis: "inferred",
    behaviour: "GET of the list and of one summary work without a version, with `/beta/` in the context",
    difference: {
      graph: "Serves nothing without a version",
      here: "Reads back what PATCH wrote at the same address",
    },
  },
  "contract:address:nothing-else-without-version": {
    source: rules,
    basis: "inferred",
    behaviour: "Any other address without a version is refused as an invalid version",
  },
  "contract:example:answered": {
    source: page,
    basis: "documented",
    behaviour: "The page's example, literally, answers 200 with all 17 properties",
    difference: {
      graph: "Unknown; its text is a generator's placeholders",
      here: "The two placeholders that break a type count as present and mean not given",
    },
  },
  "contract:example:not-stored": {
    source: rules,
    basis: "inferred",
    behaviour: "The placeholders are neither stored nor echoed: the clock gives the time, the duration is null",
  },
  "contract:example:note": {
    source: rules,
    basis: "inferred",
    behaviour: "An answer to a body with placeholders says so in `x-mock-note`; others carry no such header",
  },
  "contract:example:update-keeps": {
    source: rules,
    basis: "inferred",
    behaviour: "On an update a placeholder leaves the stored value as it is",
  },
  "contract:example:nowhere-else": {
    source: rules,
    basis: "inferred",
    behaviour: "By id or in another property a placeholder is a type error, and the hint says what it is",
  },
  "contract:create:whole-body": {
    source: page,
    basis: "documented",
    behaviour: "PATCH without an id that holds the 16 other properties is stored under a new id and answers 200",
    difference: {
      graph: "Unknown; OData knows no PATCH of one object to a collection",
      here: "Creates, because the page's example has no id and its response has one",
    },
  },
  "contract:create:content-location": {
    source: "RFC 9110 section 8.7",
    basis: "inferred",
    behaviour: "The 200 that created names the new summary in Content-Location, and that address answers GET",
  },
  "contract:create:v1-names-count": {
    source: rules,
    basis: "inferred",
    behaviour: "provisioningAction and provisioningStatusInfo count as action and statusInfo",
  },
  "contract:create:nulls-count": {
    source: rules,
    basis: "inferred",
    behaviour: "A property given as null is present; activityDateTime alone may not be null",
  },
  "contract:partial:refused": {
    source: rules,
    basis: "inferred",
    behaviour: "PATCH without an id that lacks a property answers 400, stores nothing, and the hint names what lacks",
    difference: {
      graph: "Unknown",
      here: "400 with both ways out: send the id, or send every property",
    },
  },
  "contract:unknown-id:not-found": {
    source: "microsoft/api-guidelines, Graph guidelines",
    basis: "documented",
    behaviour: "PATCH with an id that is not stored answers 404 and stores nothing",
  },
  "contract:unknown-id:create-if-missing": {
    source: "microsoft/api-guidelines, Graph guidelines",
    basis: "inferred",
    behaviour: "With `Prefer: create-if-missing` a whole body is stored under that id and answers 201",
    difference: { graph: "Some workloads know the preference; unknown for this one", here: "Applied and echoed" },
  },
  "contract:unknown-id:create-if-missing-partial": {
    source: rules,
    basis: "inferred",
    behaviour: "With `Prefer: create-if-missing` a partial body answers 400 and stores nothing",
  },
  "contract:id:no-key": {
    source: rules,
    basis: "inferred",
    behaviour: "An id that is null, empty or not a string answers 400 and stores nothing",
  },
  "contract:body:one-object": {
    source: page,
    basis: "documented",
    behaviour: "A delta payload, an array, a string or a number answers 400 and stores nothing",
    difference: {
      graph: "OData would take a delta payload here",
      here: "The page asks for one object, so nothing else is taken",
    },
  },
  "contract:query:no-options": {
    source: rules,
    basis: "inferred",
    behaviour: "PATCH with any system query option answers 400 and changes nothing",
  },
  "contract:reply:page-order": {
    source: page,
    basis: "documented",
    behaviour: "The answer has the page's 17 properties in the page's order",
  },
  "contract:reply:types": {
    source: page,
    basis: "documented",
    behaviour: "The entity and every complex value but detailsInfo carry `@odata.type` with the page's name and `#`",
    difference: {
      graph: "The page prints nested names without `#`; the wire has it, and only for derived types",
      here: "Always with `#`, since typed clients compare exactly",
    },
  },
  "contract:prefer:minimal": {
    source: "OData 4.01 Protocol section 8.2.8.7",
    basis: "documented",
    behaviour: "`Prefer: return=minimal` answers 204 without a body and with Preference-Applied",
  },
  "contract:prefer:minimal-create": {
    source: "OData 4.01 Protocol section 8.3.4",
    basis: "documented",
    behaviour: "A create with return=minimal answers 204 with Location and OData-EntityId",
  },
  "contract:prefer:representation": {
    source: "OData 4.01 Protocol section 8.2.8.7",
    basis: "documented",
    behaviour: "`Prefer: return=representation` answers 200 with the object and Preference-Applied",
  },
  "contract:prefer:all-applied": {
    source: "RFC 7240 section 3",
    basis: "documented",
    behaviour: "Preference-Applied lists every preference that was applied",
  },
  "contract:prefer:unknown": {
    source: "RFC 7240 section 2",
    basis: "documented",
    behaviour: "A preference the mock does not know is ignored and not echoed",
  },
  "contract:if-match:current": {
    source: "OData 4.01 Protocol section 8.2.4",
    basis: "documented",
    behaviour: "If-Match with the current ETag updates and answers a new ETag",
    difference: { graph: "Documents no ETag for this type", here: "Every single summary has a strong ETag" },
  },
  "contract:if-match:stale": {
    source: "OData 4.01 Protocol section 8.2.4",
    basis: "documented",
    behaviour: "If-Match with another ETag answers 412 and changes nothing",
    difference: { graph: "Codes of a 412 differ by workload; unobserved here", here: "`PreconditionFailed`" },
  },
  "contract:if-match:no-target": {
    source: rules,
    basis: "inferred",
    behaviour: "If-Match without a stored target answers 412, create-if-missing and a body without id included",
  },
  "contract:if-none-match:exists": {
    source: "microsoft/api-guidelines, Graph guidelines",
    basis: "documented",
    behaviour: "`If-None-Match: *` on a stored id answers 412 and changes nothing",
  },
  "contract:checks:order": {
    source: rules,
    basis: "inferred",
    behaviour: "Of several faults the first is told: token, Content-Type, JSON, object, id, property, precondition",
  },
} as const satisfies Requirements;
