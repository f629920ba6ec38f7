import type { ErrorCodeFacts } from "./error-code.js";
import {
  accessRightsGuide,
  cloudSyncReference,
  cloudSyncTroubleshooting,
  hrCreationGuide,
  hrUpdateGuide,
} from "./sources.js";

/** Codes on rows of jobs that write to a local Active Directory, mostly from a personnel system. */
export const hrToActiveDirectoryCodes = [
  {
    code: "HybridSynchronizationActiveDirectoryInsufficientAccessRights",
    kind: "hrToActiveDirectory",
    aliases: [],
    cause: "The agent's service account may not write to this object or container.",
    owner: "credential",
    retry: "none",
    nextStep: "Grant the account the right on the container and see that the object inherits it.",
    source: accessRightsGuide,
  },
  {
    code: "HybridSynchronizationActiveDirectoryCannotFindAttribute",
    kind: "hrToActiveDirectory",
    aliases: [],
    cause: "Active Directory's schema, as the agent knows it, does not have the mapped attribute.",
    owner: "agent",
    retry: "none",
    nextStep:
      "Restart the agent if the attribute is new, since it reads the schema at its start; else correct the mapping.",
    source: hrUpdateGuide,
  },
  {
    code: "HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique",
    kind: "hrToActiveDirectory",
    aliases: [],
    cause:
      "The user principal name exists in the forest already: the user was not matched, or the naming rule made a double.",
    owner: "mapping",
    retry: "none",
    nextStep: "Compare the matching id on both sides; then make the naming rule produce a unique name.",
    source: { basis: "documented", title: "Microsoft support: Problem with attribute and scoping filter" },
  },
  {
    code: "HybridSynchronizationActiveDirectoryInternalServerError",
    kind: "hrToActiveDirectory",
    aliases: [],
    cause: "The agent could not process the parameters of a search request.",
    owner: "agent",
    retry: "none",
    nextStep: "Read the agent's answer in the reason; give support the job id if it lasts.",
    source: cloudSyncReference,
  },
  {
    code: "HybridSynchronizationActiveDirectoryUnexpectedDuplicateEntriesFound",
    kind: "hrToActiveDirectory",
    aliases: [],
    cause: "Several objects of Active Directory carry the same external object id.",
    owner: "targetData",
    retry: "none",
    nextStep: "Find the objects with the same `msDS-ExternalDirectoryObjectId` and clear the false one.",
    source: cloudSyncTroubleshooting,
  },
  {
    code: "InvalidAttributeSyntax-LdapErr",
    kind: "hrToActiveDirectory",
    aliases: [],
    cause: "An empty value was sent, which Active Directory does not take.",
    owner: "mapping",
    retry: "none",
    nextStep: "Have the mapping leave out empty values, or put a text in their place.",
    source: hrCreationGuide,
  },
] as const satisfies readonly ErrorCodeFacts[];
