import type { ErrorCodeFacts } from "./error-code.js";
import { inboundApiGuide } from "./sources.js";

/** Codes on rows of API-driven inbound provisioning. */
export const apiDrivenCodes = [
  {
    code: "AzureActiveDirectoryInvalidUserPrincipalName",
    kind: "apiDriven",
    aliases: [],
    cause: "The mapping made a user principal name that the directory does not accept.",
    owner: "mapping",
    retry: "none",
    nextStep: "Have the mapping build a unique name in a verified domain of the tenant.",
    source: inboundApiGuide,
  },
] as const satisfies readonly ErrorCodeFacts[];
