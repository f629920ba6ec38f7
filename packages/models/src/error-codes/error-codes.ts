/** What is known of the error codes that failed events carry. */
export const errorCodes = [
  {
    code: "DuplicateTargetEntries",
    cause: "More than one object at the target matches the source object.",
    nextStep: "Remove the duplicate, or change the matching attribute.",
    source: "entra-docs: application-provisioning-log-analytics, error codes",
  },
] as const;
