import type { KnowledgeSource } from "./error-code.js";

export const provisioningLogGuide: KnowledgeSource = {
  basis: "documented",
  title: "Microsoft Entra: How to download and analyze the provisioning logs, error codes",
};
export const crossTenantGuide: KnowledgeSource = {
  basis: "documented",
  title:
    "Microsoft Entra: How to download and analyze the provisioning logs, error codes for cross-tenant synchronization",
};
export const cloudSyncReference: KnowledgeSource = {
  basis: "documented",
  title: "Microsoft Entra Cloud Sync: error codes and descriptions",
};
export const hrUpdateGuide: KnowledgeSource = {
  basis: "documented",
  title: "Microsoft Entra: Troubleshoot HR user update issues",
};
export const hrCreationGuide: KnowledgeSource = {
  basis: "documented",
  title: "Microsoft Entra: Troubleshoot HR user creation issues",
};
export const accessRightsGuide: KnowledgeSource = {
  basis: "documented",
  title: "Microsoft Entra: Troubleshoot insufficient access rights error",
};
export const inboundApiGuide: KnowledgeSource = {
  basis: "documented",
  title: "Microsoft Entra: Troubleshoot inbound provisioning API issues",
};
export const cloudSyncTroubleshooting: KnowledgeSource = {
  basis: "documented",
  title: "Microsoft Entra Cloud Sync: troubleshooting",
};
export const skippedUsersGuide: KnowledgeSource = {
  basis: "documented",
  title: "Microsoft Entra: No users are being provisioned, skipped users",
};
export const liveRecord: KnowledgeSource = {
  basis: "observed",
  title: "published record of the v1.0 provisioning log",
};
export const streamRecord: KnowledgeSource = {
  basis: "observed",
  title: "published record of the Azure Monitor provisioning log stream",
};
export const sampleQueries: KnowledgeSource = {
  basis: "documented",
  title: "Microsoft Entra: provisioning logs in Azure Monitor, sample queries",
};
