import type { SkipReasonFacts } from "./error-code.js";
import { crossTenantGuide, liveRecord, sampleQueries, skippedUsersGuide, streamRecord } from "./sources.js";

/** Why nothing was exported, as `SkipReason` in the details of the last step says. */
export const skipReasons = [
  {
    reason: "RedundantExport",
    meaning: "Both systems hold the same already.",
    isExpected: true,
    companionDetails: ["ReportableIdentifier"],
    nextStep: "Nothing.",
    source: liveRecord,
  },
  {
    reason: "NotEffectivelyEntitled",
    meaning: "The object is not assigned, not active, or kept out by a scoping filter.",
    isExpected: true,
    companionDetails: [
      "Active in the source system",
      "Assigned to the application",
      "Scoping filter evaluation passed",
      "ScopeEvaluationResult",
    ],
    nextStep: "If it should be there, read which flag is False: assign it anew, enable it, or change the filter.",
    source: skippedUsersGuide,
  },
  {
    reason: "AttributeValidationFailed",
    meaning: "A required or matching attribute is empty or not valid.",
    isExpected: false,
    companionDetails: ["PropertyName"],
    nextStep: "Fill the named attribute at the source, or change its mapping.",
    source: streamRecord,
  },
  {
    reason: "UnableToResolveReferenceAttributeValue",
    meaning: "The object refers to another one, a member or manager, that the target does not have.",
    isExpected: false,
    companionDetails: [],
    nextStep: "Get the referenced object provisioned; the reference follows by itself.",
    source: sampleQueries,
  },
  {
    reason: "EntityTypeNotSupported",
    meaning: "Objects of this kind are not synchronized by this job; groups across tenants are the usual case.",
    isExpected: true,
    companionDetails: [],
    nextStep: "Nothing; on demand, choose a user.",
    source: crossTenantGuide,
  },
] as const satisfies readonly SkipReasonFacts[];
